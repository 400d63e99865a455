#!/usr/bin/env node
// The command line, from any folder.
import { launch } from '../launch/launch.mjs'

await launch('demarc', process.argv.slice(2))
