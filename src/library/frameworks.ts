// The shipped frameworks: published facts, and summaries in our own words.
import { readFileSync } from 'node:fs'
import type { Framework } from '../core/framework.ts'
import type { FrameworkId } from '../core/identifiers.ts'

export const frameworkIds = ['cmmc-l2', 'hipaa', 'hipaa-breach', 'soc2'] as const

/** The files are ours: a test holds them to the schema, so that a start does not have to. */
export function loadFramework(id: (typeof frameworkIds)[number]): Framework {
  return readJson(`frameworks/${id}.json`) as Framework
}

export function loadFrameworks(): ReadonlyMap<FrameworkId, Framework> {
  return new Map(frameworkIds.map((id) => [id, loadFramework(id)]))
}

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as unknown
}
