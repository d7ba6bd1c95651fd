import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { largestPiece, pastLimitsByServer } from '#method/past/past-limits.ts'
import { newPastFile, pastFileAnswer, pastReadingAsked, pieceQuery } from '#wire/past/past-file.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { asItIs } from '../ledger/rest.ts'
import { newPastFiles } from './past-files.ts'

const tags = ['past']
const pieces = 'application/octet-stream'

/** One's own file of past activities, sent by pieces, shown, then imported; `folder` holds it meanwhile. */
export const pastRoutes = async (server: FastifyInstance, door: Door, folder: string): Promise<void> => {
  const files = newPastFiles(door.database, folder)
  server.addHook('onClose', files.close)
  await server.register(async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>()
    // Only here: no other route takes bytes.
    app.addContentTypeParser(pieces, { parseAs: 'buffer', bodyLimit: largestPiece }, (_request, body, done) => done(null, body))
    const answer = { response: { 200: pastFileAnswer } }
    const asIs = { serializerCompiler: asItIs }

    app.get('/api/past-file', { schema: { tags, summary: 'Where one’s file of past activities stands', ...answer }, ...asIs }, async (request) =>
      files.stateOf(await door.actorOf(request)),
    )

    app.post(
      '/api/past-file',
      {
        schema: { tags, summary: 'Begin sending a file of past activities, in place of the one before', body: newPastFile, response: { 201: pastFileAnswer } },
        ...asIs,
      },
      async (request, reply) => {
        const actor = await door.actorOf(request)
        const { name, bytes } = request.body
        if (bytes > pastLimitsByServer.bytes) throw new Problem(413, 'past-file-too-large')
        reply.code(201)
        return files.receive(actor, name, bytes)
      },
    )

    app.put(
      '/api/past-file/pieces',
      {
        schema: {
          tags,
          summary: 'Add a piece of at most 1 MB, as it is; after the last one the file is read',
          consumes: [pieces],
          querystring: pieceQuery,
          ...answer,
        },
        ...asIs,
      },
      async (request) => {
        const actor = await door.actorOf(request)
        const { file, from } = request.query
        if (!(request.body instanceof Uint8Array) || request.body.length === 0) throw new Problem(400, 'not-readable')
        return files.addPiece(actor, file, from, request.body)
      },
    )

    app.post(
      '/api/past-file/reading',
      { schema: { tags, summary: 'Read the file again, its columns and words told otherwise', body: pastReadingAsked, ...answer }, ...asIs },
      async (request) => {
        const actor = await door.actorOf(request)
        return files.readAgain(actor, request.body.mapping, request.body.ambiguous)
      },
    )

    app.post(
      '/api/past-file/import',
      { schema: { tags, summary: 'Import what was shown of the file; taken back whole by DELETE /api/imports/{importId}', ...answer }, ...asIs },
      async (request) => files.importIt(await door.actorOf(request)),
    )

    app.delete(
      '/api/past-file',
      { schema: { tags, summary: 'Forget the file; an import under way is stopped, and what it wrote stays until it is taken back', ...answer }, ...asIs },
      async (request) => files.forget(await door.actorOf(request)),
    )
  })
}
