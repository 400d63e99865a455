// The roles that the library's duties name, each with the person meant.
import { z } from 'zod'
import { Text } from '../core/text.ts'
import { readShipped } from './yaml-file.ts'

const RolesFile = z.strictObject({ client: z.record(Text, Text), msp: z.record(Text, Text) })
export type Roles = Readonly<z.infer<typeof RolesFile>>

export function loadRoles(): Roles {
  return readShipped('roles.yaml', RolesFile)
}
