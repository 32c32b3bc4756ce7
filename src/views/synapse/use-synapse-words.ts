/** Words of the synapse level in the reader's locale; they come with the level. */
import { synapse } from '../../describe/messages/en/synapse';
import type { SynapseWords } from '../../describe/release';
import { useWords } from '../shared/use-words';

export function useSynapseWords(): SynapseWords {
  return useWords(synapse);
}
