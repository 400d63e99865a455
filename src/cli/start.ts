// `npm start`: the server, as `demarc serve` runs it.
process.argv.splice(2, 0, 'serve')
await import('./main.ts')
