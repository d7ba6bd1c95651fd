import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Language } from '#language/language.ts'
import { contentPolicy } from './headers.ts'

/** Text as it may stand in a page. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

const style = `:root{color-scheme:light dark;--paper:#fbf7ef;--ink:#1d2a26;--soft:#55605a;--card:#fff;--line:#e2dccf;--spruce:#12483a;--on:#fff;--danger:#9c2f12}
@media (prefers-color-scheme:dark){:root{--paper:#121a17;--ink:#eef2ee;--soft:#a9b5ae;--card:#1b2622;--line:#33413b;--spruce:#8fd3b6;--on:#0d1512;--danger:#ffb199}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2.5rem 1.25rem}h1{font-family:Georgia,serif;font-weight:600;font-size:1.8rem;line-height:1.2;margin:0 0 .75rem}
p{margin:.5rem 0}.soft{color:var(--soft);font-size:.95rem}label{display:block;font-weight:600;margin:1.1rem 0 .35rem}
input,textarea{width:100%;min-height:2.9rem;padding:.6rem .8rem;border:1.5px solid var(--soft);border-radius:12px;background:var(--card);color:inherit;font:inherit}
textarea{min-height:9rem}input[type=checkbox]{width:1.4rem;min-height:1.4rem;margin:.15rem .7rem 0 0;flex:none}.row{display:flex;align-items:flex-start;font-weight:400}
button{min-height:3rem;padding:.6rem 1.4rem;margin-top:1.4rem;border:0;border-radius:12px;background:var(--spruce);color:var(--on);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--spruce);outline-offset:2px}.error{color:var(--danger);font-weight:600}.apart{position:absolute;left:-200vw}a{color:inherit}`

const styleHash = createHash('sha256').update(style).digest('base64')

/** A page for someone who is not signed in: no script, nothing from elsewhere, readable in any browser. */
export const sendPublicPage = (reply: FastifyReply, language: Language, title: string, body: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers({
      'content-security-policy': contentPolicy.replace("style-src 'self'", `style-src 'sha256-${styleHash}'`).replace("script-src 'self'", "script-src 'none'"),
      // Told nothing of where it comes from, a browser sends a form as from nowhere, and we would take it for another site's.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(
        title,
      )}</title><style>${style}</style></head><body><main>${body}</main></body></html>`,
    )

/** Reads forms as browsers send them; repeated names keep their last value. */
export const readForm = (body: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(body))
