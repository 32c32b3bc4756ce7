/** Says why a pack could not be brought, naming the address and the remedy. */
import type { Messages } from '../describe/messages';
import type { PackFailure } from './fetch-pack';

export function failureText(failure: PackFailure | null, messages: Messages): string {
  const words = messages.app.failure;
  if (failure === null) return words.content;
  switch (failure.kind) {
    case 'network':
      return words.network(failure.address);
    case 'status':
      return words.status(failure.address, failure.status);
    case 'json':
      return words.json(failure.address, failure.line, failure.column, failure.detail);
    case 'page':
      return words.page(failure.address);
    case 'dropped':
      return words.dropped(failure.address);
    case 'size':
      return words.size(failure.address, Math.round(failure.limit / 1_000_000));
    case 'address':
      return words.address(failure.address);
  }
}
