/** Whether an address leads to the machine it is used on, and to no other: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname) || /^([\w-]+\.)*localhost$/.test(hostname)
}
