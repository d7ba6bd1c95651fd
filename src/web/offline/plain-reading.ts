import { z } from 'zod'

// The policy of the page lets no text become code: shapes are checked as they are written, without trying to compile them. Before any shape is made.
z.config({ jitless: true })
