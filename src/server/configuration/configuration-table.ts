// docs/configuration.md: every environment variable, from the schema that reads them.
import { groups, Settings } from './settings.ts'

interface Said {
  readonly description: string
  readonly example?: string
  readonly secret?: boolean
  /** where the default is no plain value */
  readonly standard?: string
}

export function configurationTable(): string {
  const tables = Object.entries(groups).map(([title, settings]) =>
    [
      `## ${title}`,
      '',
      '| variable | default | meaning |',
      '| --- | --- | --- |',
      ...Object.keys(settings).map((name) => rowOf(name as keyof typeof Settings.shape)),
    ].join('\n'),
  )
  return `${[introduction, ...tables].join('\n\n')}\n`
}

function rowOf(name: keyof typeof Settings.shape): string {
  const schema = Settings.shape[name]
  const { description, example, secret, standard } = schema.meta() as unknown as Said
  const names = secret === true ? `\`${name}\`, \`${name}_FILE\`` : `\`${name}\``
  const meaning = example === undefined ? description : `${description} Example: \`${example}\``
  return `| ${names} | ${standard ?? sayDefault(schema.parse(undefined))} | ${meaning} |`
}

function sayDefault(value: unknown): string {
  if (typeof value === 'boolean') return value ? '`yes`' : '`no`'
  return `\`${String(value)}\``
}

const introduction = `# Configuration

The server is set by environment variables. Nothing has to be set to try it: \`npm start\` keeps its records in \`data/\` and answers at http://localhost:4400.

- A value that makes no sense stops the start (exit code 2) with the variable’s name and what to write. So does a variable that begins with \`DEMARC_\`, \`SMTP_\` or \`OIDC_\` and is none of these.
- A variable that is set and empty counts as not set.
- Where a row names \`NAME_FILE\`, the value may stand in a file instead (Docker and Kubernetes secrets, systemd credentials): set the one or the other. A line break at its end is left out.
- \`demarc doctor\` says what is wrong with a configuration before anything is served.

This page is made from the schema that reads the variables: \`npm run api\` writes it.`
