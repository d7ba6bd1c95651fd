type Policies = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown }

// Where the browser knows trusted types, text never becomes markup or code, and only Entrain's own files are scripts: the worker that sends, and the one
// that keeps the screens (the policy of the page is in src/server/http/headers.ts).
const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError('a script from elsewhere')
    return address
  },
})
