import type { Field } from '../field';

export const STRUCTURED: Field = {
  weight: 2,
  keywords: ['tabular data', 'time series forecasting', 'graph neural networks'],
  openings: [
    'Most data in companies and administrations lies in tables, not in texts or images.',
    'Forecasts of demand, load and traffic are made millions of times a day, mostly by simple methods.',
  ],
  gaps: [
    'Foundation models for such data are promising, but ignore the one thing every analyst reads first: the names of the columns.',
    'They are tested on series and graphs that are longer, cleaner and more regular than those in use.',
  ],
  results: [
    'On {60-180} data sets {name} has the best average rank, ahead of tuned gradient boosting on {58-76}% of those with fewer than {2000-10000} rows.',
    'Without any fitting it is within {1.2-4.8}% of models tuned for {2-8} hours per data set.',
  ],
  ideas: [
    {
      titles: [
        '{name}: A Tabular Foundation Model That Reads Column Names',
        'Names Are Features: In-Context Learning on Tables with {name}',
      ],
      suffix: 'Tab',
      claim:
        'a foundation model for tables that combines in-context learning over rows with the meaning of column names and units',
      how: [
        'Pretraining uses {1-4} million synthetic tables drawn from causal models, whose variables are then named by a language model to fit their role.',
        'A test time option ignores all names, which shows how much they contribute.',
      ],
      keywords: ['tabular foundation models', 'in-context learning', 'synthetic data', 'semantics'],
    },
    {
      titles: [
        '{name}: Forecasting with Calendars, Prices and News',
        'Covariates in Context: A Time Series Foundation Model Called {name}',
      ],
      claim:
        'a time series model that takes calendars, prices and short texts as context without being trained for any of them',
      how: [
        'Each covariate becomes a second series with its own patch length, and texts enter as events with a date.',
        'A horizon-wise gate lets the model fall back to the series alone if the context proves misleading.',
      ],
      keywords: ['time series', 'covariates', 'foundation models', 'forecasting'],
    },
    {
      titles: [
        '{name}: Graph Learning When the Edges Are Wrong',
        'Robust Graph Neural Networks through Edge Provenance: {name}',
      ],
      suffix: 'Graph',
      claim: 'a graph neural network that learns how each kind of edge came about and how often it is wrong',
      how: [
        'Edges are divided by their source, such as a form, a crawler or a matching algorithm, and each source has its own noise model.',
        'Messages are weighted by the posterior of the edge, at {1.1-1.5} times the usual cost.',
      ],
      keywords: ['graph neural networks', 'noisy edges', 'robustness', 'provenance'],
    },
    {
      titles: [
        '{name}: {4-11} Million Public Tables and Where They Came From',
        'A Data Set of Tables with Their History: {name}',
      ],
      suffix: 'Tables',
      study: true,
      claim:
        'a data set of {4-11} million public tables together with their licences, their sources and the corrections made to them over time',
      how: [
        'Corrections are the treasure: {210-680} thousand pairs of a wrong and a right value with the reason that was given.',
        'Personal data was removed in three passes, and requests for removal are honoured within days.',
      ],
      results: [
        'Models pretrained on {name} find injected errors in {62.4-79.3}% of cases, {15-31} points more than the same models pretrained on crawled tables.',
        'Most real corrections concern units, thousands separators and dates, none of which present benchmarks contain.',
      ],
      keywords: ['dataset', 'data cleaning', 'tables', 'licences'],
    },
  ],
};
