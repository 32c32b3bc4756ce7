/** Reads a pack from disk: the manifest, or the single file, and the parts beside it. */
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { loadPack } from '../model/load';
import type { Issue, LoadResult } from '../model/model';
import { PACK_LIMIT_BYTES, partsOf } from '../model/parts';
import { readTexts, sizeIssue } from '../model/texts';
import type { PackText } from '../model/texts';

function unreadable(file: string, error: unknown): Issue {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the file does not exist',
    EISDIR: 'this is a folder',
    EACCES: 'reading it is not allowed',
  };
  const message = reasons[code] ?? `the file cannot be read (${code})`;
  return { file, path: '', rule: 'file', message, remedy: 'name a file that can be read', severity: 'error' };
}

/** Text of a file, or the issue that says why there is none. */
export function readText(file: string): PackText | Issue {
  try {
    const { size } = statSync(file);
    if (size > PACK_LIMIT_BYTES) return sizeIssue(file, size) ?? unreadable(file, null);
    return { name: file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    return unreadable(file, error);
  }
}

const isIssue = (value: PackText | Issue): value is Issue => 'rule' in value;

/**
 * Loads the pack whose manifest (or only file) is `file`, with all parts, deferred ones too. Issues of reading come before
 * those of loading. Never throws on what is in the files or on files that are missing.
 */
export function readPack(file: string): LoadResult {
  const head = readText(file);
  if (isIssue(head)) return { model: null, issues: [head] };
  const alone = readTexts([head]);
  if (alone.issues.length > 0) return { model: null, issues: alone.issues };
  const { parts, deferred } = partsOf(alone.files[0]?.json);
  const read = [...new Set([...parts, ...deferred])].map((part) => readText(posix.join(posix.dirname(file), part)));
  const missing = read.filter(isIssue);
  const texts = read.filter((each): each is PackText => !isIssue(each));
  const { files, issues } = readTexts([head, ...texts]);
  if (files.length === 0) return { model: null, issues };
  const absent = missing.map((issue) => ({ name: issue.file, json: undefined }));
  const loaded = loadPack([...files, ...absent]);
  return { model: loaded.model, issues: [...missing, ...issues, ...loaded.issues] };
}
