/** Words of the search box. */
export const search = {
  title: 'Find a molecule, an arrow or a paper',
  placeholder: 'Molecule, gene, trade name, paper',
  hint: 'Type a name, a gene symbol, an identifier, an author or a year.',
  count: (count: number) => `${count} ${count === 1 ? 'result' : 'results'}`,
  none: (query: string) => `Nothing matches "${query}".`,
  noneHelp: 'Names, synonyms, gene symbols, database identifiers, authors and words of titles are searched.',
  groups: {
    entity: 'Things',
    claim: 'Arrows',
    hypothesis: 'Explanations',
    event: 'Events',
    reference: 'Papers',
    statement: 'Statements of the article',
  },
  matched: {
    name: '',
    synonym: (text: string) => `also called ${text}`,
    identifier: (text: string) => `identifier ${text}`,
    text: 'in the text',
    authors: 'by author',
    year: 'by year',
  },
  went: (name: string) => `Showing ${name}`,
  wentStatement: (name: string) => `Showing ${name}, which the statement is about`,
  about: (name: string) => `about ${name}`,
};
