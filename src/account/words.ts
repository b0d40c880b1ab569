import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { wordsPassphrase } from './passphrase.rules.ts'

const words = readFileSync('content/en/account/words.txt', 'utf8').trim().split('\n')
// Each word must be worth the 11 bits that the rule promises.
if (new Set(words).size < 2048) throw new Error('content/en/account/words.txt needs 2,048 different words.')

/** Six words for somebody who does not want to think of a passphrase now. */
export function makePassphrase(): string {
  return wordsPassphrase(words, randomInt)
}
