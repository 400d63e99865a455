// What a module imports, read from its syntax tree: comments and strings cannot fool it.
import { parseSync, Visitor, type Node } from 'oxc-parser'

export interface ModuleImports {
  /** The specifiers as written: `import`, `import type`, `export … from`, `import('…')`, `require('…')`, `import('…').T`. */
  readonly specifiers: readonly string[]
  readonly faults: readonly string[]
}

export function moduleImports(path: string, source: string): ModuleImports {
  const { program, errors } = parseSync(path, source)
  const specifiers: string[] = []
  const faults = errors.map((error) => `does not parse: ${error.message}`)
  const note = (target: Node | null | undefined): void => {
    if (target === null || target === undefined) return
    if (target.type === 'Literal' && typeof target.value === 'string') specifiers.push(target.value)
    else faults.push('imports a computed path')
  }
  new Visitor({
    ImportDeclaration: (node) => note(node.source),
    ExportNamedDeclaration: (node) => note(node.source),
    ExportAllDeclaration: (node) => {
      note(node.source)
      faults.push('has `export *`')
    },
    ExportDefaultDeclaration: () => void faults.push('has a default export'),
    ImportExpression: (node) => note(node.source),
    TSImportType: (node) => note(node.source),
    TSExternalModuleReference: (node) => note(node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') note(node.arguments[0])
    },
  }).visit(program)
  return { specifiers, faults }
}
