// The walls, as data: which layer may import which, and which packages each may use (DESIGN §4 and §7).

export interface Layer {
  readonly layers: readonly string[]
  readonly packages: readonly string[]
  readonly node: boolean
}

export const layers: Readonly<Record<string, Layer>> = {
  core: { layers: [], packages: ['zod'], node: false },
  library: { layers: ['core'], packages: ['zod', 'yaml'], node: true },
  documents: {
    layers: ['core'],
    packages: [
      'zod',
      'yaml',
      'papaparse',
      'canonicalize',
      'hucre',
      'docx',
      'fflate',
      'htmlparser2',
      'markdown-it',
      '@embedpdf/fonts-latin',
      '@embedpdf/fonts-jp',
      '@embedpdf/fonts-sc',
      '@embedpdf/fonts-kr',
      '@embedpdf/fonts-arabic',
      '@embedpdf/fonts-hebrew',
    ],
    node: true,
  },
  store: { layers: ['core'], packages: ['kysely', 'pg', 'zod'], node: true },
  usecases: {
    layers: ['core', 'library', 'documents', 'store'],
    packages: ['zod', 'better-auth', '@better-auth/passkey', 'nodemailer', 'ipaddr.js'],
    node: true,
  },
  server: {
    layers: ['core', 'usecases'],
    packages: ['fastify', 'zod', 'prom-client', 'swagger-ui-dist', 'ipaddr.js'],
    node: true,
  },
  cli: {
    layers: ['core', 'library', 'documents', 'usecases', 'server'],
    packages: ['zod', '@inquirer/prompts'],
    node: true,
  },
  web: { layers: ['core'], packages: ['react', 'react-dom', 'zod'], node: false },
}

/** What tests and their samples may use besides. */
export const testPackages: readonly string[] = [
  'vitest',
  'fast-check',
  'ajv',
  'exceljs',
  'playwright-core',
  'axe-core',
  'smtp-server',
  'oauth2-mock-server',
  '@seriousme/openapi-schema-validator',
]

/** Names that say nothing about what a file holds. */
export const bannedNames: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'constants',
  'manager',
  'service',
  'index',
]
