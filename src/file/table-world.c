/* The world that a table makes: its areas and agents, and all else of the base. */
#include "core/edit.h"
#include "file/table-reader-private.h"

static gboolean
build_areas (MisTableReader *reader, MisWorldBuilder *builder, GError **error)
{
  for (guint i = 0; i < mis_table_vocabulary_get_n_areas (reader->vocabulary); i++)
    {
      g_autoptr (MisArea) area = mis_table_vocabulary_make_area (reader->vocabulary, i, error);

      if (area == NULL || !mis_world_builder_add_area (builder, area, error))
        return FALSE;
    }
  return TRUE;
}

/* @is_last: nobody needs the positions again. */
static gboolean
build_agents (MisTableReader *reader, MisWorldBuilder *builder, gboolean is_last, GError **error)
{
  for (guint i = 0; i < reader->drafts.list->len; i++)
    {
      MisTableDraft *draft = mis_table_drafts_get (&reader->drafts, i);

      if (!mis_world_builder_add_agent (builder, draft->agent, draft->areas, draft->positions,
                                        draft->n_positions, error))
        return FALSE;
      if (is_last)
        mis_table_draft_drop_positions (draft);
    }
  return TRUE;
}

/* @fitted: (nullable): a world with the same areas and agents, which scenarios are to fit. */
static gboolean
build_scenarios (MisTableReader *reader,
                 const MisWorld *fitted,
                 MisWorldBuilder *builder,
                 GError **error)
{
  for (guint i = 0; i < mis_world_get_n_scenarios (reader->base); i++)
    {
      MisScenario *scenario = mis_world_get_scenario (reader->base, i);
      g_autoptr (MisScenario) own = fitted != NULL ? mis_world_fit_scenario (fitted, scenario)
                                                   : mis_scenario_ref (scenario);

      if (!mis_world_builder_add_scenario (builder, own, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_rest (MisTableReader *reader, MisWorldBuilder *builder, GError **error)
{
  for (guint i = 0; i < mis_world_get_n_experiments (reader->base); i++)
    if (!mis_world_builder_add_experiment (builder, mis_world_get_experiment (reader->base, i),
                                           error))
      return FALSE;
  mis_world_builder_set_scoring (builder, mis_world_get_scoring (reader->base));
  return mis_world_builder_set_title (builder, mis_world_get_title (reader->base), error)
         && mis_world_builder_set_description (builder, mis_world_get_description (reader->base),
                                               error);
}

/* The areas and agents alone; %NULL with an error. */
static MisWorld *
build_population (MisTableReader *reader, GError **error)
{
  g_autoptr (MisWorldBuilder) builder = mis_world_builder_new ();

  if (!build_areas (reader, builder, error) || !build_agents (reader, builder, FALSE, error))
    return NULL;
  return mis_world_builder_end (g_steal_pointer (&builder));
}

MisWorld *
mis_table_world_build (MisTableReader *reader, GError **error)
{
  gboolean fits = (reader->how & MIS_TABLE_REPLACE) && mis_world_get_n_scenarios (reader->base) > 0;
  g_autoptr (MisWorld) fitted = fits ? build_population (reader, error) : NULL;
  g_autoptr (MisWorldBuilder) builder = mis_world_builder_new ();

  if ((fits && fitted == NULL) || !build_areas (reader, builder, error)
      || !build_agents (reader, builder, TRUE, error)
      || !build_scenarios (reader, fitted, builder, error) || !build_rest (reader, builder, error))
    return NULL;
  return mis_world_builder_end (g_steal_pointer (&builder));
}
