// `npm run format [-- FILE ...]`: mends what the linter can mend safely, then formats.
import { runTool } from './run-tool.ts'

const files = process.argv.slice(2)
const mended = await runTool({ package: 'oxlint', args: ['--fix', ...files] })
const formatted = await runTool({ package: 'oxfmt', args: files })
process.stdout.write(mended.output + formatted.output)
process.exitCode = formatted.code
