#include "file/experiment-reader.h"

#include "core/text.h"
#include "file/json-format.h"
#include "file/json-text.h"
#include "file/project-reader.h"
#include "file/reader-private.h"
#include "file/recipe-reader.h"

static const MisJsonFormat format
  = { MIS_EXPERIMENT_FORMAT, MIS_EXPERIMENT_VERSION, "experiment" };

static const MisChoice scales[] = { { "linear", NULL }, { "log", NULL }, { NULL, NULL } };

/* The members of "x" and of each of "series". */
enum
{
  VARY,
  VALUES,
  FROM,
  TO,
  POINTS,
  SCALE,
  LABEL,
  NAMES,
  N_VARIATION_MEMBERS,
};

static const char *const variation_members[N_VARIATION_MEMBERS] = {
  [VARY] = "vary",     [VALUES] = "values", [FROM] = "from",   [TO] = "to",
  [POINTS] = "points", [SCALE] = "scale",   [LABEL] = "label", [NAMES] = "names",
};

/* The members of an experiment; those before ID are of the file. */
enum
{
  FORMAT,
  VERSION,
  ID,
  TITLE,
  DESCRIPTION,
  NOTE,
  WORLD,
  RANGES,
  X,
  SERIES,
  RUNS,
  SEED,
  BAND,
  SCORING,
  N_MEMBERS,
};

static const char *const member_names[N_MEMBERS] = {
  [FORMAT] = "format",           [VERSION] = "version", [ID] = "id",
  [TITLE] = "title",             [DESCRIPTION] = "description",
  [NOTE] = "note",               [WORLD] = "world",     [RANGES] = "ranges",
  [X] = "x",                     [SERIES] = "series",   [RUNS] = "runs",
  [SEED] = "seed",               [BAND] = "band",       [SCORING] = "scoring",
};

static gboolean
read_vary (MisJsonInput *input, gsize at, MisVariation *variation)
{
  const char *text = mis_json_read_string (input, at);
  g_autofree char *copy = g_strdup (text);
  GError *error = NULL;

  return copy != NULL
         && (mis_variation_parse (variation, copy, &error)
             || mis_json_fail_error (input, at, error));
}

static gboolean
read_settings (MisJsonInput *input, gsize at, guint most, MisVariation *variation)
{
  guint n;
  MisJsonWalk walk;

  if (!mis_json_expect_list (input, at))
    return FALSE;
  n = mis_json_count (input->text, at);
  if (n == 0 || n > most)
    return mis_json_fail (input, at, "found %u values, expected 1 to %u", n, most);
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      MisSetting setting = { 0 };
      gboolean is_good = mis_recipe_read_setting (input, walk.value, variation, &setting);

      g_array_append_val (variation->settings, setting);
      if (!is_good)
        return FALSE;
    }
  return TRUE;
}

/* One end of a linear or logarithmic row of values. */
static gboolean
read_end (MisJsonInput *input, gsize at, const MisVariation *variation, double *end)
{
  if (mis_variation_get_kind (variation) == MIS_SETTING_WHOLE)
    {
      guint64 whole = 0;

      if (!mis_json_read_whole (input, at, (guint64) mis_variation_get_lowest (variation),
                                (guint64) mis_variation_get_highest (variation), &whole))
        return FALSE;
      *end = (double) whole;
      return TRUE;
    }
  return mis_json_read_probability (input, at, end);
}

static gboolean
has_ends (const MisVariation *variation)
{
  MisSettingKind kind = mis_variation_get_kind (variation);

  return kind == MIS_SETTING_WHOLE || kind == MIS_SETTING_PROBABILITY || kind == MIS_SETTING_SPANS
         || kind == MIS_SETTING_SPAN;
}

static gboolean
read_ends (
  MisJsonInput *input, gsize at, const gsize *values, guint most, MisVariation *variation)
{
  guint64 n_points = 0;
  guint scale = 0;

  if (!has_ends (variation))
    return mis_json_fail (input, at, "found no \"values\", expected a list of them");
  if (!mis_json_require (input, at, "from", values[FROM])
      || !mis_json_require (input, at, "to", values[TO])
      || !mis_json_require (input, at, "points", values[POINTS])
      || !read_end (input, values[FROM], variation, &variation->from)
      || !read_end (input, values[TO], variation, &variation->to)
      || !mis_json_read_whole (input, values[POINTS], 1, most, &n_points)
      || !mis_json_read_choice (input, values[SCALE], scales, &scale))
    return FALSE;
  if (variation->from > variation->to)
    return mis_json_fail (input, values[TO], "found an end below \"from\", expected one above");
  if (scale == 1 && variation->from <= 0.0)
    return mis_json_fail_type (input, values[FROM], "a number above 0 on a logarithmic scale");
  variation->n_points = (guint) n_points;
  variation->is_log = scale == 1;
  variation->has_ends = TRUE;
  mis_variation_expand (variation);
  return TRUE;
}

static gboolean
read_names (MisJsonInput *input, gsize at, MisVariation *variation)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MisJsonWalk walk;

  if (at == 0)
    return TRUE;
  if (!mis_json_expect_list (input, at))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      char *name = mis_json_read_text (input, walk.value, mis_check_name, NULL);

      if (name == NULL)
        return FALSE;
      g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  variation->names = (char **) g_ptr_array_steal (names, NULL);
  return TRUE;
}

/* Names are those of series, a label that of the axis, and so is a scale where values
 * are listed. */
static gboolean
read_variation (MisJsonInput *input, gsize at, gboolean is_x, MisVariation *variation)
{
  gsize values[N_VARIATION_MEMBERS] = { 0 };
  guint most = is_x ? MIS_MAX_POINTS : MIS_MAX_SERIES;
  guint scale = 0;

  if (!mis_json_read_members (input, at, variation_members,
                              is_x ? NAMES : N_VARIATION_MEMBERS, values)
      || !mis_json_require (input, at, "vary", values[VARY])
      || !read_vary (input, values[VARY], variation))
    return FALSE;
  if (!is_x && values[LABEL] != 0)
    return mis_json_fail (input, values[LABEL], "found a label, expected one for x only");
  if (values[VALUES] == 0 && !read_ends (input, at, values, most, variation))
    return FALSE;
  if (values[VALUES] != 0 && (values[FROM] != 0 || values[TO] != 0 || values[POINTS] != 0))
    return mis_json_fail (input, at, "found values as well as their ends, expected either");
  if (values[VALUES] != 0
      && (!read_settings (input, values[VALUES], most, variation)
          || !mis_json_read_choice (input, values[SCALE], scales, &scale)))
    return FALSE;
  variation->is_log = variation->is_log || scale == 1;
  if (values[LABEL] != 0
      && (variation->label = mis_json_read_text (input, values[LABEL], mis_check_name, NULL))
           == NULL)
    return FALSE;
  return read_names (input, values[NAMES], variation);
}

static gboolean
read_series (MisJsonInput *input, gsize at, GArray *series)
{
  guint n;
  MisJsonWalk walk;

  if (at == 0)
    return TRUE;
  if (!mis_json_expect_list (input, at))
    return FALSE;
  n = mis_json_count (input->text, at);
  if (n > MIS_MAX_VARIATIONS)
    return mis_json_fail (input, at, "found %u quantities, expected at most %u", n,
                          MIS_MAX_VARIATIONS);
  g_array_set_size (series, n);
  for (guint i = 0; i < n; i++)
    mis_variation_init (&g_array_index (series, MisVariation, i));
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    if (!read_variation (input, walk.value, FALSE,
                         &g_array_index (series, MisVariation, walk.index)))
      return FALSE;
  return TRUE;
}

static gboolean
read_texts (MisJsonInput *input, gsize at, const gsize *values, MisExperiment *experiment)
{
  return mis_json_require (input, at, "id", values[ID])
         && (experiment->id = mis_json_read_text (input, values[ID], mis_check_id, NULL)) != NULL
         && (experiment->title = mis_json_read_text (input, values[TITLE], mis_check_name,
                                                     experiment->id)) != NULL
         && (experiment->description = mis_json_read_text (input, values[DESCRIPTION],
                                                           mis_check_text, "")) != NULL
         && (experiment->note = mis_json_read_text (input, values[NOTE], mis_check_text, ""))
              != NULL;
}

static gboolean
read_numbers (MisJsonInput *input, const gsize *values, MisExperiment *experiment)
{
  guint64 runs = 1;
  guint band = MIS_BAND_MIN_MAX;
  guint ranges = MIS_RANGES_AS_SET;

  if (!mis_json_read_whole (input, values[RUNS], 1, MIS_MAX_RUNS, &runs)
      || !mis_json_read_whole (input, values[SEED], 0, MIS_MAX_SEED, &experiment->seed)
      || !mis_json_read_choice (input, values[BAND], mis_bands, &band)
      || !mis_json_read_choice (input, values[RANGES], mis_ranges, &ranges)
      || (values[SCORING] != 0
          && !mis_reader_read_scoring (input, values[SCORING], &experiment->scoring,
                                       &experiment->scoring_mask)))
    return FALSE;
  experiment->runs = (guint) runs;
  experiment->band = (MisBand) band;
  experiment->ranges = (MisRanges) ranges;
  return TRUE;
}

/* Where the part is that core finds at fault. */
static gsize
find_part (MisJsonInput *input, gsize at, const gsize *values, int part)
{
  MisJsonWalk walk;
  gsize place = part == MIS_PART_X       ? values[X]
                : part == MIS_PART_WORLD ? values[WORLD]
                : part == MIS_PART_RANGES ? values[RANGES]
                                         : values[RUNS];

  if (part < 0)
    return place != 0 ? place : at;
  mis_json_walk_init (&walk, input->text, values[SERIES]);
  while (mis_json_walk_next (&walk) && walk.index < (guint) part)
    ;
  return walk.value;
}

static gboolean
read_parts (MisJsonInput *input, gsize at, const gsize *values, MisExperiment *experiment)
{
  GError *error = NULL;
  int part;

  if (!read_texts (input, at, values, experiment)
      || !mis_json_require (input, at, "world", values[WORLD])
      || (values[RANGES] == 0 && !mis_json_require (input, at, "x", values[X]))
      || !mis_recipe_read_world (input, values[WORLD], experiment)
      || (values[X] != 0 && !read_variation (input, values[X], TRUE, &experiment->x))
      || !read_series (input, values[SERIES], experiment->series)
      || !read_numbers (input, values, experiment))
    return FALSE;
  return mis_experiment_check (experiment, &part, &error)
         || mis_json_fail_error (input, find_part (input, at, values, part), error);
}

/* @first: the first member that is allowed. */
static MisExperiment *
read_from (MisJsonInput *input, gsize at, guint first)
{
  g_autoptr (MisExperiment) experiment = mis_experiment_new ();
  gsize values[N_MEMBERS] = { 0 };

  if (!mis_json_read_members (input, at, member_names + first, N_MEMBERS - first, values + first)
      || !read_parts (input, at, values, experiment))
    return NULL;
  return g_steal_pointer (&experiment);
}

MisExperiment *
mis_experiment_read_part (MisJsonInput *input, gsize at)
{
  return read_from (input, at, ID);
}

MisExperiment *
mis_experiment_read (const char *text, gsize length, MisFault **fault)
{
  MisJsonInput input;
  MisJsonOutline outline;
  MisExperiment *experiment = NULL;
  g_autofree char *word = NULL;

  *fault = NULL;
  if (!mis_json_gate (text, length, MIS_PROJECT_MAX_DEPTH, &outline, fault))
    return NULL;
  word = mis_json_dup_bare_word (text, length, outline.root);
  mis_json_input_init (&input, word != NULL ? word : text, length);
  if (mis_json_check_format (&input, &outline, &format))
    experiment = read_from (&input, outline.root, FORMAT);
  *fault = mis_json_input_end (&input);
  g_assert ((experiment == NULL) == (*fault != NULL));
  return experiment;
}
