/* The overall score in words and numbers, its companions, its remarks, its compact form. */
#include "app-fixture.h"

#include "app/score-card.h"
#include "app/score-scale.h"
#include "core/edit.h"

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

/* What the ends and marks of the scale mean is said in plain words, to the eye and to the ear. */
static void
test_scale_is_explained (void)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisDocument) normalized = app_parse_document (
      "{ \"format\": \"misalign-project\", \"version\": 1, \"agents\": [], \"areas\": [],"
      " \"scoring\": { \"normalization\": \"limit\" } }");
  g_autoptr (MisScoreCard) card = new_card (document);
  GtkWidget *scale = app_child (card, "scale");

  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (scale), "very large population"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (scale), "1 − 1/k"));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (app_child (card, "possible")),
                                   "Possible: the most"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_widget_get_tooltip_text (scale));
  /* On a scale that was divided by it the limit is another number. */
  mis_score_card_set_document (card, normalized);
  g_assert_null (strstr (gtk_widget_get_tooltip_text (scale), "1 − 1/k"));
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
                                 mis_document_get_results (document)->score);
      gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (scale, 120, 40, -1, NULL);
      narrow = app_draw (scale);
      gtk_widget_allocate (scale, 600, 40, -1, NULL);
      wide = app_draw (scale);
      gtk_widget_set_direction (scale, GTK_TEXT_DIR_RTL);
      mirrored = app_draw (scale);
      g_assert_cmpuint (g_bytes_get_size (narrow), <, g_bytes_get_size (wide));
      g_assert_cmpint (g_bytes_equal (wide, mirrored), ==, g_str_equal (examples[i], "blank"));
      mis_score_scale_set_score (MIS_SCORE_SCALE (scale), NULL);
      g_object_unref (scale);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/score-card/case-studies", test_case_studies);
  g_test_add_func ("/app/score-card/follows-the-document", test_follows_the_document);
  g_test_add_func ("/app/score-card/nobody-has-no-score", test_nobody_has_no_score);
  g_test_add_func ("/app/score-card/other-options-are-named", test_other_options_are_named);
  g_test_add_func ("/app/score-card/compact", test_compact);
  g_test_add_func ("/app/score-card/scale-is-a-meter", test_scale_is_a_meter);
  g_test_add_func ("/app/score-card/scale-is-explained", test_scale_is_explained);
  g_test_add_func ("/app/score-card/scale-is-drawn-for-any-score",
                   test_scale_is_drawn_for_any_score);

  return app_run ();
}
