/** Whether a host name (as URL writes it) means this machine, or every address of it. */
export function isLocalHost(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\])$/.test(hostname);
}
