/** Words of saving a plot and its data. */
export const plotExport = {
  save: 'Save',
  label: (plot: string) => `Save the plot ${plot}`,
  size: 'Size of the PNG',
  times: (scale: string) => `${scale}×`,
  svg: 'Plot as SVG',
  png: 'Plot as PNG',
  csv: 'Data as CSV',
  json: 'Data as JSON',
  cited: 'Each file carries its sources and a link to this view.',
  failed: 'The browser could not draw the picture. The data and the SVG can still be saved.',
} as const;
