import { workerData } from 'node:worker_threads'
import { openDatabase } from '#server/db/database.ts'
import { tellAndKeep, type BilanOrder } from './kept-bilan.ts'

const { config, actor, asked, now } = workerData as BilanOrder
const database = openDatabase({ ...config, max: 1 })
try {
  await tellAndKeep(database, actor, asked, now)
} finally {
  await database.destroy()
}
