#include "file/bundled-experiment.h"

#include <gio/gio.h>
#include <string.h>

#include "file/experiment-reader.h"
#include "file/experiment-resource.h"

#define FOLDER "/io/github/misalign/Misalign/experiments/"

/* Figures of the paper are known by ids without it: "4". */
#define FIGURE "figure-"

const char *const mis_bundled_experiment_names[] = {
  "figure-1",  "figure-2",           "figure-3",     "figure-4",          "figure-5",
  "figure-8",  "skewed-goals",       "weight-means", "conflict-matrices", "population",
  "uncertain", "uncertain-conflict", NULL,
};

static gboolean
is_figure (const char *name)
{
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    if (strcmp (name, mis_bundled_experiment_names[i]) == 0)
      return TRUE;
  return FALSE;
}

MisExperiment *
mis_bundled_experiment_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MisFault) fault = NULL;
  MisExperiment *experiment;
  const char *text;
  gsize length;

  if (!g_strv_contains (mis_bundled_experiment_names, name))
    {
      g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO, "found no bundled experiment \"%s\"",
                   name);
      return NULL;
    }
  bytes = g_resource_lookup_data (mis_experiment_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  experiment = mis_experiment_read (text, length, &fault);
  if (experiment == NULL)
    mis_fault_set_error (fault, name, error);
  else
    experiment->is_paper = is_figure (name);
  return experiment;
}

gboolean
mis_bundled_experiment_is_changed (const MisExperiment *experiment)
{
  g_autofree char *name = g_strconcat (FIGURE, experiment->id, NULL);
  g_autoptr (MisExperiment) original = NULL;
  g_autoptr (MisExperiment) banded = NULL;
  g_autoptr (MisExperiment) alike = NULL;

  if (!experiment->is_paper)
    return FALSE;
  original = mis_bundled_experiment_load (name, NULL);
  g_return_val_if_fail (original != NULL, FALSE);
  banded = mis_experiment_with_band (original, experiment->band);
  if (experiment->source != MIS_SOURCE_RECIPE || experiment->recipe.per == original->recipe.per)
    return !mis_experiment_equal (banded, experiment);
  alike = mis_experiment_with_per (banded, experiment->recipe.per, NULL);
  return alike == NULL || !mis_experiment_equal (alike, experiment);
}
