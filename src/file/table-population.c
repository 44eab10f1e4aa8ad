#include "file/table-population.h"

#include "file/table-advice.h"
#include "file/table-agents.h"

static gboolean
add_agent (MisTableAgents *rows, MisPopulation *population)
{
  const MisTableAgent *agent = &rows->agent;
  g_autoptr (GError) error = NULL;

  return mis_population_add (population, agent->areas, agent->positions, agent->n_positions,
                             agent->count, &error)
         || mis_table_agents_fail (rows, MIS_FILE_ERROR_LIMIT, error->message);
}

gboolean
mis_table_add_population (int fd,
                          MisPopulation *population,
                          MisTableCount *count,
                          MisFault **fault)
{
  MisWorld *world = mis_population_get_world (population);
  g_autoptr (MisTableVocabulary) vocabulary = mis_table_vocabulary_new (world, FALSE);
  MisTableAgents rows;
  MisTableScan scan;

  g_return_val_if_fail (fault != NULL, FALSE);

  mis_table_scan_init_file (&scan, fd);
  if (mis_table_agents_init (&rows, &scan, vocabulary))
    while (mis_table_agents_next (&rows) && add_agent (&rows, population))
      ;
  else
    mis_table_advise_header (&scan);
  if (count != NULL)
    *count = (MisTableCount) { rows.n_rows, mis_table_scan_get_n_bytes (&scan),
                                rows.n_empty_weights };
  mis_table_agents_clear (&rows);
  *fault = mis_table_scan_end (&scan);
  return *fault == NULL;
}
