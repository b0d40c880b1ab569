import { type Bytes, toBase64Url, utf8 } from './bytes.ts'

/** Everything that follows from the 128 bits of the words. Nothing in it can be read out again but id and token. */
export interface VaultKeys {
  /** Which vault; sent. 16 bytes. */
  vaultId: Bytes
  /** Proof of holding it; sent, and the server keeps its SHA-256. 32 bytes. */
  token: Bytes
  /** Root of the keys of single writes. */
  record: CryptoKey
  /** MAC over the list of records. */
  manifest: CryptoKey
  /** Seals what stays on this device. */
  device: CryptoKey
}

export const secretBytes = 16

const noSalt = new Uint8Array(0)

/** HKDF-SHA-256 with an empty salt and one label per purpose. @param secret the 16 bytes that the words spell */
export async function deriveKeys(secret: Bytes): Promise<VaultKeys> {
  if (secret.length !== secretBytes) throw new Error('The secret has 16 bytes.')
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const derive = async (label: string, bytes: number) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: noSalt, info: utf8(`newleaf/v1/${label}`) },
        root,
        bytes * 8,
      ),
    )
  const [vaultId, token, record, manifest, device] = await Promise.all([
    derive('vault-id', 16),
    derive('vault-token', 32),
    derive('record-key', 32),
    derive('manifest-key', 32),
    derive('device-key', 32),
  ])
  return {
    vaultId,
    token,
    record: await crypto.subtle.importKey('raw', record, 'HKDF', false, ['deriveKey']),
    manifest: await crypto.subtle.importKey('raw', manifest, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]),
    device: await crypto.subtle.importKey('raw', device, 'AES-GCM', false, ['encrypt', 'decrypt']),
  }
}

/** How a request shows that it may speak for the vault. A header, never an address. */
export function authorization({ vaultId, token }: VaultKeys): string {
  return `Newleaf ${toBase64Url(vaultId)}.${toBase64Url(token)}`
}
