/**
 * How the user handle of a passkey begins that opens something on the device alone. All passkeys of a site are offered
 * together when somebody signs in: one that begins like this is not sent to a server, whoever picked it.
 */
export const staysHere = 'newleaf-stays-here '
