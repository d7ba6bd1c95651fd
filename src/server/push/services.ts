// The push services that browsers use. A browser names its own; any other address would make this server speak to whom a stranger likes.
const services = ['fcm.googleapis.com', 'push.services.mozilla.com', 'push.apple.com', 'notify.windows.com']

/** Whether an address is that of a browser's push service. */
export const isPushService = (endpoint: string): boolean => {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username } = new URL(endpoint)
  return protocol === 'https:' && port === '' && username === '' && services.some((service) => hostname === service || hostname.endsWith(`.${service}`))
}
