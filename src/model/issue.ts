/** Issues in print. */
import type { Issue } from './model';

/** One line: `file:path: rule: what is wrong; what to do`. The path is left out when the whole file is meant. */
export function formatIssue(issue: Issue): string {
  const place = issue.path === '' ? issue.file : `${issue.file}:${issue.path}`;
  return `${place}: ${issue.rule}: ${issue.message}; ${issue.remedy}`.replaceAll(/[\r\n]+/g, ' ');
}
