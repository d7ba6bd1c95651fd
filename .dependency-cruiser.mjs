// The walls of the house (ARCHITECTURE): rooms, the order of the words, the only places that compose, the few packages of the pure rooms.
const words = [
  'chance',
  'calendar',
  'contact',
  'consent',
  'activity',
  'enquiry',
  'sale',
  'past',
  'goal',
  'day',
  'follow-up',
  'event',
  'message',
  'next',
  'evidence',
  'plan',
  'challenge',
  'coaching',
  'ledger',
]

// The packages that the pure rooms may use, each for a reason.
const purePackages = {
  // Numbering plans of every country change several times a year; Google's tables, trimmed.
  method: ['libphonenumber-js'],
  // The doors check what arrives, and the types follow from the checks.
  wire: ['zod', 'libphonenumber-js'],
  language: ['libphonenumber-js'],
}

const production = { pathNot: '\\.(test|browser\\.test)\\.tsx?$' }
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { ...production, ...from }, to })

const rooms = [
  wall(
    'method-leans-on-nothing',
    'The method is a book that no other room can change.',
    { path: '^src/method/' },
    { path: '^src/(wire|language|server|web|cli)/' },
  ),
  wall('wire-leans-on-method', 'What travels knows the method only.', { path: '^src/wire/' }, { path: '^src/(language|server|web|cli)/' }),
  wall('language-leans-on-method', 'Sentences know the method and what travels.', { path: '^src/language/' }, { path: '^src/(server|web|cli)/' }),
  wall('server-never-sees-web', 'Server and screens meet through wire alone.', { path: '^src/server/' }, { path: '^src/(web|cli)/' }),
  wall('web-never-sees-server', 'Screens and server meet through wire alone.', { path: '^src/web/' }, { path: '^src/(server|cli)/' }),
  wall('no-test-in-production', 'What tests need stays with the tests.', { path: '^src/' }, { path: ['\\.test\\.tsx?$', '^test/', '^e2e/', '^bench/'] }),
]

// A Today screen shows words that come later, so the order of words binds the rooms that decide and keep, not the one that shows.
// In the server, `ledger` is the one door by which every word writes: routes lean on it.
const order = words.slice(0, -1).flatMap((word, place) => {
  const later = words.slice(place + 1)
  return [
    wall(
      `order-of-words-${word}`,
      `\`${word}\` leans only on words before it.`,
      { path: `^src/(method|wire)/${word}/` },
      { path: `^src/$1/(${later.join('|')})/` },
    ),
    wall(
      `order-of-words-${word}-server`,
      `\`${word}\` leans only on words before it.`,
      { path: `^src/server/${word}/` },
      { path: `^src/server/(${later.filter((each) => each !== 'ledger').join('|') || 'none'})/` },
    ),
  ]
})

const pure = Object.entries(purePackages).map(([room, packages]) =>
  wall(
    `packages-of-${room}`,
    `${room} is pure: ${packages.join(', ')} and nothing of the machine.`,
    { path: `^src/${room}/` },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'], pathNot: `node_modules/(${packages.join('|')})/` },
  ),
)

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rooms,
    ...order,
    ...pure,
    wall(
      'only-app-composes-server',
      'A word of the server is assembled by app, and never assembles.',
      { path: '^src/server/(?!app/)' },
      { path: '^src/server/app/' },
    ),
    wall('only-app-composes-web', 'A screen is assembled by app, and never assembles.', { path: '^src/web/(?!app/)' }, { path: '^src/web/app/' }),
    wall('ui-stands-alone', 'The components could ship in another product.', { path: '^src/web/ui/' }, { path: '^src/', pathNot: '^src/web/ui/' }),
    wall(
      'only-stores-speak-sql',
      'A route or a rule asks a store; it holds no query. Besides the stores: the tables, the ledger that writes them in one transaction, and what starts PostgreSQL.',
      {
        path: '^src/server/',
        pathNot: '(store|\\.test)\\.ts$|^src/server/(db|postgres)/|^src/server/identity/(database|tables)\\.ts$|^src/server/app/open-store\\.ts$',
      },
      { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    wall('no-cycles', 'What leans on itself can be read from nowhere.', {}, { circular: true }),
    wall('nothing-missing', 'An import leads somewhere.', { path: '^(src|test|e2e|bench)/' }, { couldNotResolve: true, pathNot: '^virtual:' }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^runtime/', '^dist/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.po'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'types', 'default'],
      mainFields: ['module', 'main'],
    },
  },
}
