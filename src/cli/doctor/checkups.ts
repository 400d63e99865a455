// What the doctor looks at, in the order in which an operator would. Each says what it found, or throws.
import type { Configuration, Environment } from '../../server/configuration/configuration.ts'
import { database } from './database.ts'
import { clock, configuration, disk, pdf, rights, runtime, secret } from './machine.ts'
import { address, mail, port } from './network.ts'
import type { Finding } from './remark.ts'

type Checkup = (settings: Configuration, env: Environment) => Promise<readonly Finding[]>

export const checkups: Readonly<Record<string, Checkup>> = {
  runtime,
  configuration,
  secret,
  rights,
  disk,
  database,
  clock,
  port,
  address,
  mail,
  pdf,
}
