// `node launch.mjs COMMAND ARGS`: runs a command of this project with any Node from 18 on and nothing installed.
import { launch } from './launch/launch.mjs'

const [command = '', ...args] = process.argv.slice(2)
await launch(command, args)
