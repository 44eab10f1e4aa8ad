#include "file/project-reader.h"

#include <string.h>

#include "core/limits.h"
#include "core/text.h"
#include "file/experiment-reader.h"
#include "file/json-format.h"
#include "file/json-text.h"
#include "file/reader-private.h"
#include "file/table-header.h"

/* Of a longer file only the first fault is told: to say where each is takes a walk through it. */
#define MOST_COLLECTED ((gsize) 16 * 1024 * 1024)

/* The members of a project. */
enum
{
  FORMAT,
  VERSION,
  TITLE,
  DESCRIPTION,
  SCORING,
  AREAS,
  AGENTS,
  SCENARIOS,
  EXPERIMENTS,
  N_MEMBERS,
};

static const char *const member_names[N_MEMBERS] = {
  [FORMAT] = "format",
  [VERSION] = "version",
  [TITLE] = "title",
  [DESCRIPTION] = "description",
  [SCORING] = "scoring",
  [AREAS] = "areas",
  [AGENTS] = "agents",
  [SCENARIOS] = "scenarios",
  [EXPERIMENTS] = "experiments",
};

static const MisJsonFormat format = { MIS_PROJECT_FORMAT, MIS_PROJECT_VERSION, "project" };

static void
reader_init (MisProjectReader *reader, const char *text, gsize length)
{
  *reader = (MisProjectReader) { 0 };
  mis_json_input_init (&reader->input, text, length);
  reader->input.collects = length <= MOST_COLLECTED;
  reader->builder = mis_world_builder_new ();
  reader->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_area_unref);
  reader->area_indexes = g_hash_table_new (g_str_hash, g_str_equal);
  reader->goal_indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  reader->faulty_areas = g_hash_table_new (NULL, NULL);
}

static MisFault *
reader_clear (MisProjectReader *reader)
{
  g_clear_pointer (&reader->builder, mis_world_builder_free);
  g_hash_table_unref (reader->area_indexes);
  g_hash_table_unref (reader->faulty_areas);
  g_ptr_array_unref (reader->goal_indexes);
  g_ptr_array_unref (reader->areas);
  return mis_json_input_end (&reader->input);
}

gboolean
mis_reader_read_scoring (MisJsonInput *input, gsize at, MisScoring *scoring, guint *mask)
{
  const char *names[MIS_N_OPTIONS];
  gsize values[MIS_N_OPTIONS];

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    names[i] = mis_options[i].name;
  *mask = 0;
  if (!mis_json_read_members (input, at, names, MIS_N_OPTIONS, values))
    return FALSE;
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      guint choice = 0;

      if (values[i] == 0)
        continue;
      if (!mis_json_read_choice (input, values[i], mis_options[i].choices, &choice))
        return FALSE;
      mis_scoring_set (scoring, i, choice);
      *mask |= 1u << i;
    }
  return TRUE;
}

static guint
count_elements (const MisJsonOutline *outline, gsize at)
{
  for (guint i = 0; i < outline->n_members; i++)
    if (outline->members[i].value == at)
      return outline->members[i].n_elements;
  return 0;
}

/* A list that is not too long; one that is not there is empty. */
static gboolean
check_list (MisJsonInput *input,
            const MisJsonOutline *outline,
            gsize at,
            const char *name,
            guint maximum)
{
  guint n = at == 0 ? 0 : count_elements (outline, at);

  if (at != 0 && !mis_json_expect_list (input, at))
    return FALSE;
  return n <= maximum
         || mis_json_fail (input, at, "found %u %s, expected at most %u", n, name, maximum);
}

static gboolean
check_lists (MisJsonInput *input, const MisJsonOutline *outline, const gsize *values)
{
  return mis_json_require (input, outline->root, "areas", values[AREAS])
         && mis_json_require (input, outline->root, "agents", values[AGENTS])
         && check_list (input, outline, values[AREAS], "areas", MIS_MAX_AREAS)
         && check_list (input, outline, values[AGENTS], "rows of agents", MIS_MAX_AGENTS)
         && check_list (input, outline, values[SCENARIOS], "scenarios", MIS_MAX_SCENARIOS)
         && check_list (input, outline, values[EXPERIMENTS], "experiments", MIS_MAX_EXPERIMENTS);
}

static gboolean
read_head (MisProjectReader *reader, const gsize *values)
{
  MisJsonInput *input = &reader->input;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  MisScoring scoring = { 0 };
  guint mask;

  if ((title = mis_json_read_text (input, values[TITLE], mis_check_name, "")) == NULL
      || (description = mis_json_read_text (input, values[DESCRIPTION], mis_check_text, "")) == NULL
      || (values[SCORING] != 0
          && !mis_reader_read_scoring (input, values[SCORING], &scoring, &mask)))
    return FALSE;
  mis_world_builder_set_scoring (reader->builder, &scoring);
  return mis_world_builder_set_title (reader->builder, title, NULL)
         && mis_world_builder_set_description (reader->builder, description, NULL);
}

static gboolean
read_list (MisProjectReader *reader,
           gsize at,
           gboolean (*add) (MisProjectReader *reader, gsize at))
{
  MisJsonWalk walk;

  if (at == 0)
    return TRUE;
  mis_json_walk_init (&walk, reader->input.text, at);
  while (mis_json_walk_next (&walk))
    if (!add (reader, walk.value) && !mis_json_set_aside (&reader->input))
      return FALSE;
  return TRUE;
}

static gboolean
add_experiment (MisProjectReader *reader, gsize at)
{
  gboolean collects = reader->input.collects;
  g_autoptr (MisExperiment) experiment = NULL;
  GError *error = NULL;

  /* Whatever reads an experiment relies on what it has read. */
  reader->input.collects = FALSE;
  experiment = mis_experiment_read_part (&reader->input, at);
  reader->input.collects = collects;
  return experiment != NULL
         && (mis_world_builder_add_experiment (reader->builder, experiment, &error)
             || mis_json_fail_error (&reader->input, at, error));
}

static gboolean
read_project (MisProjectReader *reader, const MisJsonOutline *outline)
{
  gsize values[N_MEMBERS];

  if (!mis_json_check_format (&reader->input, outline, &format)
      || !mis_json_read_members (&reader->input, outline->root, member_names, N_MEMBERS, values)
      || !check_lists (&reader->input, outline, values) || !read_head (reader, values))
    return FALSE;
  reader->agents_at = values[AGENTS];
  if (!read_list (reader, values[AREAS], mis_reader_add_area)
      || !read_list (reader, values[AGENTS], mis_reader_add_agent))
    return FALSE;
  reader->n_base_faults = reader->input.n_aside;
  return read_list (reader, values[SCENARIOS], mis_reader_add_scenario)
         && read_list (reader, values[EXPERIMENTS], add_experiment)
         && reader->input.n_aside == 0;
}

/* Whoever has a table of their own tries it as a project first. */
static void
recognize_table (const char *text, gsize length, MisFault **fault)
{
  if ((*fault)->code != MIS_FILE_ERROR_SYNTAX || (*fault)->line > 1
      || !mis_table_is_one (text, length))
    return;
  mis_fault_free (*fault);
  *fault = mis_fault_new (MIS_FILE_ERROR_SYNTAX, 1, 1, "",
                          "found a table of agents, expected a project: \"misalign-cli convert "
                          "TABLE PROJECT.misalign\" makes one of it, and \"misalign-cli score "
                          "PROJECT --population TABLE\" scores its agents in a project that is "
                          "there");
}

MisWorld *
mis_project_read (const char *text, gsize length, MisFault **fault)
{
  MisProjectReader reader;
  MisJsonOutline outline;
  MisWorld *world = NULL;
  g_autofree char *word = NULL;

  g_return_val_if_fail (fault != NULL, NULL);

  *fault = NULL;
  if (!mis_json_gate (text, length, MIS_PROJECT_MAX_DEPTH, &outline, fault))
    {
      recognize_table (text, length, fault);
      return NULL;
    }
  word = mis_json_dup_bare_word (text, length, outline.root);
  reader_init (&reader, word != NULL ? word : text, length);
  if (read_project (&reader, &outline))
    world = mis_world_builder_end (g_steal_pointer (&reader.builder));
  *fault = reader_clear (&reader);
  g_assert ((world == NULL) == (*fault != NULL));
  return world;
}

MisWorld *
mis_project_read_bytes (GBytes *bytes, const char *file_name, GError **error)
{
  g_autoptr (MisFault) fault = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  MisWorld *world = mis_project_read (length > 0 ? text : "", length, &fault);

  if (world == NULL)
    mis_fault_set_error (fault, file_name, error);
  return world;
}
