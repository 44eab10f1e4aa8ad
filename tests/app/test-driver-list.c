/* Which conflicts make up the score: the largest first, with who holds the goals, and the rest. */
#include "app-fixture.h"

#include "app/driver-list.h"
#include "core/edit.h"
#include "core/scoring.h"

#include <math.h>

#define CLOSE 1e-12

static const char AGREED[] = "{ \"format\": \"misalign-project\", \"version\": 1, \"agents\": ["
                             " { \"id\": \"x\", \"count\": 5, \"positions\": { \"a\": { \"goal\": "
                             "\"g\" } } } ], \"areas\": [ { \"id\": \"a\", \"goals\": [ { \"id\": "
                             "\"g\" }, { \"id\": \"h\" } ] } ] }";

static MisDriverList *
new_list (MisDocument *document)
{
  MisDriverList *list = g_object_ref_sink (g_object_new (MIS_TYPE_DRIVER_LIST, NULL));

  mis_driver_list_set_document (list, document);
  return list;
}

static GtkWidget *
get_row (MisDriverList *list, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (app_child (list, "rows"));

  for (guint i = 0; i < index; i++)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static double
get_part (MisDriverList *list, guint index)
{
  return gtk_progress_bar_get_fraction (
    GTK_PROGRESS_BAR (app_child (get_row (list, index), "bar")));
}

/* Table 2 of the paper, household items: 0.9 sqrt (0.6 * 1) of all six terms. */
static void
test_shopping (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisDriverList) list = new_list (document);
  double part = 0.9 * sqrt (0.6);
  double all = part + 0.1 * sqrt (0.8 * 0.9) + 0.1 * sqrt (0.8) + 0.5 * sqrt (0.6 * 0.7)
               + 0.1 * sqrt (0.9) + 0.3 * sqrt (0.7);

  g_assert_cmpstr (app_text (get_row (list, 0), "title"), ==,
                   "Avoid impulse buying against Maximize checkout value");
  g_assert_cmpstr (app_text (get_row (list, 0), "detail"), ==,
                   "Household items: Customer – Recommender system");
  g_assert_cmpstr (app_text (get_row (list, 0), "part"), ==, "45\u202f%");
  g_assert_cmpfloat_with_epsilon (get_part (list, 0), part / all, CLOSE);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (get_part (list, i), <=, get_part (list, i - 1));
  g_assert_cmpstr (app_text (list, "rest"), ==,
                   "2 other conflicts make up 11\u202f%. If two goals clashed no longer, the score "
                   "would fall by just their part.");
}

/* What the list says of ending a conflict, against the score of the world without it. */
static void
test_parts_are_what_would_go (void)
{
  g_autoptr (MisDocument) document = app_new_document ("carla");
  g_autoptr (MisDriverList) list = new_list (document);
  double before = mis_document_get_results (document)->score->overall;
  double part = get_part (list, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) without
    = mis_world_with_conflict (mis_document_get_world (document), 0, 0, 1, 0.0, &error);

  g_assert_no_error (error);
  mis_document_edit (document, without, "Change");
  g_assert_cmpfloat_with_epsilon (mis_document_get_results (document)->score->overall,
                                  before * (1.0 - part), CLOSE);
  /* It follows, and the pair is gone. */
  g_assert_cmpstr (app_text (get_row (list, 0), "detail"), ==,
                   "Vehicle collision: Autonomous vehicles – Pedestrians");
}

static void
test_other_options (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisDriverList) list = new_list (document);
  const MisScoring scoring = { .area_mean = MIS_AREA_MEAN_GEOMETRIC };
  g_autoptr (MisWorld) world
    = mis_world_with_scoring (mis_document_get_world (document), &scoring);

  mis_document_edit (document, world, "Change");
  g_assert_true (g_str_has_suffix (app_text (list, "rest"), "it could fall by more or by less."));
}

static void
test_no_conflict (void)
{
  g_autoptr (MisDocument) document = app_parse_document (AGREED);
  g_autoptr (MisDriverList) list = new_list (document);

  g_assert_false (gtk_widget_get_visible (app_child (list, "rows")));
  g_assert_cmpstr (app_text (list, "rest"), ==, "No conflict adds to the score.");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/driver-list/shopping", test_shopping);
  g_test_add_func ("/app/driver-list/parts", test_parts_are_what_would_go);
  g_test_add_func ("/app/driver-list/options", test_other_options);
  g_test_add_func ("/app/driver-list/no-conflict", test_no_conflict);

  return app_run ();
}
