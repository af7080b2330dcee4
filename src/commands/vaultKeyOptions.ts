/** The flags of every command that may have to unseal a vault. */
export const vaultKeyOptions = {
  'key-file': { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const;

export type VaultKeyFlags = { readonly 'key-file'?: string; readonly 'passphrase-file'?: string };

/** What the help of such a command says of them. */
export const vaultKeyHelp = `  --key-file FILE         the key, when the vault is closed: unsealed for this command alone
  --passphrase-file FILE  the passphrase instead, the first line of FILE; a terminal is asked when neither is given`;
