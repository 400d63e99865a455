// Why a source cannot be read at all: thrown by a reader, said once at its door.

export class SourceFault extends Error {
  readonly at: string

  constructor(message: string, at = 'the file') {
    super(message)
    this.name = 'SourceFault'
    this.at = at
  }
}
