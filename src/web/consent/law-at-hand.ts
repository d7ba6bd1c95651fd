import * as book from './reach.ts'
import { haveLaw } from './use-reach.ts'

// A screen that comes after the first one brings the law with it: nothing is shown that it then takes back.
haveLaw(book)
