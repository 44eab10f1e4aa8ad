/* The overall score in words and numbers, its companions, its remarks, its compact form. */
#include "app-fixture.h"

#include "app/score-card.h"
#include "app/score-scale.h"
#include "app/tooltip.h"
#include "core/edit.h"

#include <string.h>
#include "document/document-scenarios.h"
#include "document/set-range.h"

static const char NOBODY[] = "{ \"format\": \"misalign-project\", \"version\": 1, \"agents\": [],"
                             " \"areas\": [ { \"id\": \"a\", \"goals\": [ { \"id\": \"g\" },"
                             " { \"id\": \"h\" } ] } ] }";

static const char HARMONIC[] = "{ \"format\": \"misalign-project\", \"version\": 1,"
                               " \"agents\": [], \"areas\": [],"
                               " \"scoring\": { \"weight_mean\": \"harmonic\" } }";

static MisScoreCard *
new_card (MisDocument *document)
{
  MisScoreCard *card = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_CARD, NULL));

  mis_score_card_set_document (card, document);
  return card;
}

static gboolean
is_shown (MisScoreCard *card, const char *name)
{
  return gtk_widget_get_visible (app_child (card, name));
}

static void
test_case_studies (void)
{
  g_autoptr (MisDocument) shopping = app_new_document ("shopping");
  g_autoptr (MisDocument) carla = app_new_document ("carla");
  g_autoptr (MisScoreCard) card = new_card (shopping);

  g_assert_cmpstr (app_text (card, "value"), ==, app_local ("0.257"));
  g_assert_cmpstr (app_text (card, "expected"), ==, app_local ("0.51"));
  g_assert_cmpstr (app_text (card, "any_conflict"), ==, "48\u202f%");
  g_assert_true (g_str_has_suffix (app_text (card, "possible"), "of the possible"));
  g_assert_false (is_shown (card, "remarks"));
  g_assert_false (is_shown (card, "options"));
  g_assert_false (is_shown (card, "spinner"));
  g_assert_true (is_shown (card, "companions"));
  mis_score_card_set_document (card, carla);
  g_assert_cmpstr (app_text (card, "value"), ==, app_local ("0.106"));
}

static void
set_weight (MisDocument *document, double weight)
{
  g_autoptr (MisWorld) edited =
      mis_world_with_weight (mis_document_get_world (document), 0, 0, weight, NULL);

  mis_document_edit (document, edited, "Change");
}

/* Beside the score of a scenario; the two numbers are those that the base and the scenario show. */
static void
test_difference (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisScoreCard) card = new_card (document);
  GtkWidget *difference = app_child (card, "difference");
  double base = mis_document_get_results (document)->score->overall;
  g_autofree char *expected = NULL;
  const char *text;

  g_assert_false (gtk_widget_get_visible (difference));
  g_assert_true (mis_document_add_scenario (document, "Less", NULL));
  text = gtk_label_get_label (app_find_type (difference, GTK_TYPE_LABEL));
  g_assert_true (gtk_widget_get_visible (difference));
  g_assert_cmpstr (text, ==, "as in the base project");
  set_weight (document, 0.1);
  expected = g_strdup_printf ("−%.3f against the base project",
                              base - mis_document_get_results (document)->score->overall);
  text = gtk_label_get_label (app_find_type (difference, GTK_TYPE_LABEL));
  g_assert_cmpstr (text, ==, app_local (expected));
  mis_document_show_scenario (document, NULL);
  g_assert_false (gtk_widget_get_visible (difference));
  /* Another base, another difference: both have the weight now. */
  set_weight (document, 0.1);
  mis_document_show_scenario (document, "less");
  text = gtk_label_get_label (app_find_type (difference, GTK_TYPE_LABEL));
  g_assert_cmpstr (text, ==, "as in the base project");
}

/* Both ends are worked out by hand: eq. 6 with all numbers at their lower and their upper end. */
static void
test_bounds (void)
{
  g_autoptr (MisDocument) certain = app_new_document ("shopping");
  g_autoptr (MisDocument) document = app_new_document ("ranges");
  g_autoptr (MisScoreCard) card = new_card (certain);
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 2, 1, 0, 0);
  g_autofree char *before = NULL;
  g_autofree char *expected = NULL;

  g_assert_false (is_shown (card, "bounds"));
  mis_score_card_set_document (card, document);
  g_assert_true (is_shown (card, "bounds"));
  g_assert_true (is_shown (card, "distribution_button"));
  expected = g_strconcat (
      "Within the ranges: ", app_local ("0.098 to 0.470"), ".", NULL);
  g_assert_cmpstr (app_text (card, "bounds"), ==, expected);
  before = g_strdup (app_text (card, "bounds"));
  g_assert_true (mis_document_set_range (document, weight, (MisRange){ 0.25, 1.0 }, NULL));
  g_assert_cmpstr (app_text (card, "bounds"), !=, before);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (app_text (card, "bounds"), ==, before);
  g_object_set (card, "compact", TRUE, NULL);
  g_assert_true (is_shown (card, "bounds"));
  g_assert_false (is_shown (card, "distribution_button"));
}

static void
test_follows_the_document (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisDocument) other = app_new_document ("carla");
  g_autoptr (MisScoreCard) card = new_card (document);
  MisWorld *world = mis_document_get_world (document);
  g_autoptr (MisWorld) changed = mis_world_with_weight (world, 0, 1, 0.0, NULL);

  mis_document_edit (document, changed, "Change");
  g_assert_cmpstr (app_text (card, "value"), !=, app_local ("0.257"));
  mis_document_undo (document);
  g_assert_cmpstr (app_text (card, "value"), ==, app_local ("0.257"));
  /* Of a document that it no longer shows it hears nothing. */
  mis_score_card_set_document (card, other);
  mis_document_redo (document);
  g_assert_cmpstr (app_text (card, "value"), ==, app_local ("0.106"));
  mis_score_card_set_document (card, NULL);
  mis_document_undo (document);
  g_assert_finalize_object (g_steal_pointer (&document));
}

/* A thousand customers hide what the three have to do with each other. */
static void
test_majority (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisScoreCard) card = new_card (document);
  const guint64 counts[] = { 1000, 1, 1 };
  g_autoptr (MisWorld) crowd
    = mis_world_with_counts (mis_document_get_world (document), counts, NULL);

  mis_document_edit (document, crowd, "Change");
  g_assert_true (is_shown (card, "remarks"));
  g_assert_nonnull (strstr (app_text (card, "remarks"), "“Customer”, who want the same"));
  mis_document_undo (document);
  g_assert_false (is_shown (card, "remarks"));
}

static void
test_nobody_has_no_score (void)
{
  g_autoptr (MisDocument) document = app_parse_document (NOBODY);
  g_autoptr (MisScoreCard) card = new_card (document);

  g_assert_cmpstr (app_text (card, "value"), ==, "–");
  g_assert_cmpstr (app_text (card, "possible"), ==, "");
  g_assert_false (is_shown (card, "companions"));
  g_assert_true (is_shown (card, "remarks"));
  g_assert_cmpstr (app_text (card, "remarks"), !=, "");
}

static void
test_other_options_are_named (void)
{
  g_autoptr (MisDocument) document = app_parse_document (HARMONIC);
  g_autoptr (MisScoreCard) card = new_card (document);

  g_assert_true (is_shown (card, "options"));
  g_assert_cmpstr (app_text (card, "options"), !=, "");
}

static void
test_compact (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisScoreCard) card = new_card (document);
  const char *const parts[] = { "sentence", "companions", "remarks", "options" };

  g_object_set (card, "compact", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_false (is_shown (card, parts[i]));
  g_assert_cmpstr (app_text (card, "value"), ==, app_local ("0.257"));
  /* Back to what there is to say, and no more than that. */
  g_object_set (card, "compact", FALSE, NULL);
  g_assert_true (is_shown (card, "sentence"));
  g_assert_true (is_shown (card, "companions"));
  g_assert_false (is_shown (card, "remarks"));
  g_assert_false (is_shown (card, "options"));
}

static void
test_scale_is_a_meter (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisScoreCard) card = new_card (document);
  GtkAccessible *scale = app_child (card, "scale");
  const MisScore *score = mis_document_get_results (document)->score;

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, score->overall);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, score->possible);
  g_assert_true (gtk_test_accessible_has_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* Measured and given @width. */
static void
allocate (GtkWidget *scale, int width)
{
  int height;

  gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (scale, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (scale, width, height, -1, NULL);
}

static void
assert_explains (MisScoreScale *scale, double x, double y, const char *start, const char *missing)
{
  g_autofree char *text = mis_score_scale_explain_at (scale, x, y);

  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, start));
  g_assert_true (missing == NULL || strstr (text, missing) == NULL);
}

/* What the end and the mark of the scale mean is said in plain words, where they are. */
static void
test_scale_is_explained (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  const char *limit_start = app_local ("large-population limit 0.667: what “possible” tends to");
  MisScoreScale *scale = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_SCALE, NULL));
  MisScore *score = mis_document_get_results (document)->score;
  graphene_rect_t limit, possible;

  mis_score_scale_set_score (scale, score, MIS_NORMALIZATION_NONE);
  allocate (GTK_WIDGET (scale), 400);
  g_free (mis_score_scale_get_label (scale, MIS_SCALE_LIMIT, &limit));
  g_free (mis_score_scale_get_label (scale, MIS_SCALE_POSSIBLE, &possible));
  assert_explains (scale, limit.origin.x + 2, limit.origin.y + 2, limit_start, "highest score");
  assert_explains (scale, 400 * score->possible_limit / score->possible + 3, limit.size.height + 10,
                   limit_start, "highest score");
  assert_explains (scale, possible.origin.x + 2, possible.origin.y + 2,
                   "possible 1: the highest score that this population and these goals can reach",
                   "limit");
  assert_explains (scale, 399, limit.size.height + 10, "possible 1", "limit");
  /* On the bar: all of it. */
  assert_explains (scale, 40, limit.size.height + 10, "possible 1", NULL);
  g_object_unref (scale);
}

/* The ear is told both; a limit of a scale that was divided by it is no 1 − 1/k. */
static void
test_scale_is_described (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisScoreCard) card = new_card (document);
  MisScoreScale *scale = app_child (card, "scale");
  g_autofree char *all = mis_score_scale_explain_at (scale, -100, -100);
  g_autofree char *normalized = NULL;

  g_assert_nonnull (strstr (all, "1 − 1/k"));
  g_assert_nonnull (strstr (all, "theorem 4 of the paper"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       all);
  g_assert_true (g_str_has_prefix (mis_tooltip_get (app_child (card, "possible")),
                                   "possible 1: the highest score"));
  mis_score_scale_set_score (scale, mis_document_get_results (document)->score,
                             MIS_NORMALIZATION_LIMIT);
  normalized = mis_score_scale_explain (scale, MIS_SCALE_LIMIT);
  g_assert_null (strstr (normalized, "theorem"));
  mis_score_scale_set_score (scale, NULL, MIS_NORMALIZATION_NONE);
  g_assert_null (mis_score_scale_explain (scale, MIS_SCALE_POSSIBLE));
}

static void
test_scale_is_drawn_for_any_score (void)
{
  const char *const examples[] = { "shopping", "carla", "blank" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (MisDocument) document = app_new_document (examples[i]);
      GtkWidget *scale = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_SCALE, NULL));
      g_autoptr (GBytes) narrow = NULL, wide = NULL, mirrored = NULL;

      mis_score_scale_set_score (MIS_SCORE_SCALE (scale),
                                 mis_document_get_results (document)->score,
                                 MIS_NORMALIZATION_NONE);
      gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (scale, 120, 40, -1, NULL);
      narrow = app_draw (scale);
      gtk_widget_allocate (scale, 600, 40, -1, NULL);
      wide = app_draw (scale);
      gtk_widget_set_direction (scale, GTK_TEXT_DIR_RTL);
      mirrored = app_draw (scale);
      g_assert_cmpuint (g_bytes_get_size (narrow), <, g_bytes_get_size (wide));
      g_assert_cmpint (g_bytes_equal (wide, mirrored), ==, g_str_equal (examples[i], "blank"));
      mis_score_scale_set_score (MIS_SCORE_SCALE (scale), NULL, MIS_NORMALIZATION_NONE);
      g_object_unref (scale);
    }
}

/* No label touches another one or leaves the scale, and that of the limit is at its mark. */
static void
assert_labels_are_apart (MisScoreScale *scale, const MisScore *score, int width)
{
  graphene_rect_t places[MIS_N_SCALE_LABELS];
  float height = (float)gtk_widget_get_height (GTK_WIDGET (scale));

  for (MisScaleLabel which = 0; which < MIS_N_SCALE_LABELS; which++)
    {
      g_autofree char *text = mis_score_scale_get_label (scale, which, &places[which]);

      g_assert_nonnull (text);
      g_assert_cmpfloat (places[which].origin.x, >=, 0.0f);
      g_assert_cmpfloat (places[which].origin.x + places[which].size.width, <=,
                         (float)width + 0.01f);
      g_assert_cmpfloat (places[which].origin.y + places[which].size.height, <=, height + 0.01f);
      for (MisScaleLabel other = 0; other < which; other++)
        g_assert_false (graphene_rect_intersection (&places[which], &places[other], NULL));
    }
  if (score->possible >= score->overall)
    {
      const graphene_rect_t *limit = &places[MIS_SCALE_LIMIT];
      float mark = (float)(width * MIN (score->possible_limit / score->possible, 1.0));

      if (gtk_widget_get_direction (GTK_WIDGET (scale)) == GTK_TEXT_DIR_RTL)
        mark = (float)width - mark;
      g_assert_cmpfloat (limit->origin.x - 1.0f, <=, mark);
      g_assert_cmpfloat (limit->origin.x + limit->size.width + 1.0f, >=, mark);
    }
}

/* With two goals the limit is 0.5, with three 0.667; what so many agents can reach comes as near to
 * it as 0.501, or is as far away as 1. */
static void
try_populations (MisScoreScale *scale, const char *example)
{
  const int widths[] = { 120, 296, 400, 700 };
  g_autoptr (MisDocument) document = app_new_document (example);
  MisWorld *world = mis_document_get_world (document);

  for (guint64 n = 1; n <= 2000; n = 3 * n / 2 + 1)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        const guint64 counts[] = { n, n + 1, 2 * n };
        g_autoptr (MisWorld) changed = mis_world_with_counts (world, counts, NULL);
        g_autoptr (MisTally) tally = mis_tally_new (changed, NULL);
        g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

        mis_score_scale_set_score (scale, score, MIS_NORMALIZATION_NONE);
        allocate (GTK_WIDGET (scale), widths[i]);
        assert_labels_are_apart (scale, score, widths[i]);
        g_bytes_unref (app_draw (scale));
      }
}

static void
test_scale_labels_are_apart (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  const char *const fonts[] = { "Sans 11", "Sans 16", "Sans 22" };
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (fonts); i++)
    {
      GtkWidget *scale;

      g_object_set (settings, "gtk-font-name", fonts[i / 2], NULL);
      scale = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_SCALE, NULL));
      gtk_widget_set_direction (scale, i % 2 == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      try_populations (MIS_SCORE_SCALE (scale), "carla");
      try_populations (MIS_SCORE_SCALE (scale), "shopping");
      g_object_unref (scale);
    }
  g_object_set (settings, "gtk-font-name", font, NULL);
}

/* Without a limit, no room is kept for it. */
static void
test_scale_without_score_is_lower (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  GtkWidget *scale = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_SCALE, NULL));
  graphene_rect_t place;
  int height;

  allocate (scale, 300);
  height = gtk_widget_get_height (scale);
  g_assert_null (mis_score_scale_get_label (MIS_SCORE_SCALE (scale), MIS_SCALE_LIMIT, &place));
  mis_score_scale_set_score (MIS_SCORE_SCALE (scale), mis_document_get_results (document)->score,
                             MIS_NORMALIZATION_NONE);
  allocate (scale, 300);
  g_assert_cmpint (gtk_widget_get_height (scale), >, height);
  g_object_unref (scale);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/score-card/case-studies", test_case_studies);
  g_test_add_func ("/app/score-card/bounds", test_bounds);
  g_test_add_func ("/app/score-card/follows-the-document", test_follows_the_document);
  g_test_add_func ("/app/score-card/nobody-has-no-score", test_nobody_has_no_score);
  g_test_add_func ("/app/score-card/other-options-are-named", test_other_options_are_named);
  g_test_add_func ("/app/score-card/majority", test_majority);
  g_test_add_func ("/app/score-card/compact", test_compact);
  g_test_add_func ("/app/score-card/scale-is-a-meter", test_scale_is_a_meter);
  g_test_add_func ("/app/score-card/scale-is-explained", test_scale_is_explained);
  g_test_add_func ("/app/score-card/scale-is-described", test_scale_is_described);
  g_test_add_func ("/app/score-card/scale-labels-are-apart", test_scale_labels_are_apart);
  g_test_add_func ("/app/score-card/scale-without-score-is-lower",
                   test_scale_without_score_is_lower);
  g_test_add_func ("/app/score-card/scale-is-drawn-for-any-score",
                   test_scale_is_drawn_for_any_score);

  g_test_add_func ("/score-card/difference", test_difference);
  return app_run ();
}
