// Asked for together, in one file: who comes next, and how she is shown.
export { NextCard } from './next-card.tsx'
export { NextList } from './next-list.tsx'
export { ownRecord, ranked } from './ranked.ts'
