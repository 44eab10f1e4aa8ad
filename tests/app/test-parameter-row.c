/* One row of the sliders: what it shows, reset, locks, headings, recycling. */
#include "document/move.h"
#include "document/set-range.h"
#include "app/tooltip.h"
#include "report/number-text.h"
#include "row-fixture.h"

static void
test_shows_its_parameter (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  g_assert_cmpstr (app_text (row.row, "label"), ==, "Food and groceries");
  g_assert_cmpstr (app_text (row.row, "detail"), ==, "Convenience at low price");
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.8"));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, 0.8);
  gtk_test_accessible_assert_property (row.scale, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Weight of Customer in Food and groceries");
  gtk_test_accessible_assert_property (row.scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       app_local ("0.8"));
  gtk_test_accessible_assert_property (row.entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Weight of Customer in Food and groceries, exact value");
  g_assert_false (gtk_widget_get_visible (row.reset));
  row_clear (&row);
}

/* In the result of a search no heading stands above it, so it says all by itself. */
static void
test_full_name_if_alone (void)
{
  int indent;
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  indent = gtk_widget_get_margin_start (GTK_WIDGET (row.row));
  mis_parameter_row_bind (row.row, row.document, row.parameter, 0);
  g_assert_cmpstr (app_text (row.row, "label"), ==, "Weight of Customer in Food and groceries");
  /* Where the numbers of a section stand. */
  g_assert_cmpint (gtk_widget_get_margin_start (GTK_WIDGET (row.row)), ==, indent);
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 0, 1));
  mis_parameter_row_bind (row.row, row.document, row.parameter, 0);
  g_assert_cmpstr (app_text (row.row, "label"), ==,
                   "Convenience at low price\nagainst Increase net profits");
  g_assert_cmpstr (app_text (row.row, "detail"), ==, "Food and groceries: Customer – Retailer");
  row_clear (&row);
}

static int
get_height_at (Row *row, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (row->row), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL,
                      NULL);
  return height;
}

/* Names wrap before they are cut. A number that has changed gets a button, and yet nothing moves
 * below the pointer. */
static void
test_long_names_wrap (void)
{
  int narrow = 240, wide = 900;
  int before;
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 0, 2));
  g_assert_cmpstr (app_text (row.row, "label"), ==,
                   "Convenience at low price\nagainst Maximize checkout value");
  g_assert_cmpstr (app_text (row.row, "detail"), ==, "Customer – Recommender system");
  g_assert_cmpint (get_height_at (&row, narrow), >, get_height_at (&row, wide));
  before = get_height_at (&row, narrow);
  row_drag (&row, 0.4);
  g_assert_true (gtk_widget_get_visible (row.reset));
  for (int width = narrow; width < wide; width += 10)
    {
      int changed = get_height_at (&row, width);

      gtk_widget_set_visible (row.reset, FALSE);
      g_assert_cmpint (changed, ==, get_height_at (&row, width));
      gtk_widget_set_visible (row.reset, TRUE);
    }
  g_assert_cmpint (get_height_at (&row, narrow), ==, before);
  row_clear (&row);
}

static void
test_reset (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_type (&row, "0.3");
  g_assert_true (gtk_widget_get_visible (row.reset));
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_cmpfloat (row_get_value (&row), ==, 0.8);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.8"));
  g_assert_false (gtk_widget_get_visible (row.reset));
  /* A reset can be undone like anything else. */
  mis_document_undo (row.document);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.3);
  g_assert_true (gtk_widget_get_visible (row.reset));
  row_clear (&row);
}

static void
test_shares_and_locks (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row.lock)));
  row_type (&row, "300");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_SHARE, 2, 0, 0, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row.lock)));
  gtk_toggle_button_set_active (row.lock, TRUE);
  g_assert_true (mis_document_is_locked (row.document, 2));
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (row.lock)), ==,
                   "changes-prevent-symbolic");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  g_assert_false (gtk_toggle_button_get_active (row.lock));
  row_type (&row, "50 %");
  g_assert_cmpuint (row_get_count (&row, 0), ==, 150);
  g_assert_cmpuint (row_get_count (&row, 1), ==, 50);
  g_assert_cmpuint (row_get_count (&row, 2), ==, 100);
  /* No further than the locked ones leave room. */
  row_drag (&row, 1.0);
  row_let_go (&row);
  g_assert_cmpuint (row_get_count (&row, 0), ==, 200);
  g_assert_cmpuint (row_get_count (&row, 2), ==, 100);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (row.scale)), 2.0 / 3.0, 1e-12);
  mis_document_set_locked (row.document, 0, TRUE);
  g_assert_true (gtk_toggle_button_get_active (row.lock));
  gtk_toggle_button_set_active (row.lock, FALSE);
  g_assert_false (mis_document_is_locked (row.document, 0));
  g_assert_true (mis_document_is_locked (row.document, 2));
  row_clear (&row);
}

static void
test_recycled_row_forgets (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_type (&row, "abc");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_WEIGHT, 1, 1, 0, 0));
  row_assert_no_fault (&row);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.7"));
  row_drag (&row, 0.4);
  row_let_go (&row);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.4);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (row.document), 0, 0).weight,
                     ==, 0.8);
  /* Unbound, it hears nothing any more and holds nothing. */
  mis_parameter_row_bind (row.row, NULL, NULL, 0);
  mis_document_undo (row.document);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.4"));
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.9");
  row_move_focus (&row, row.entry);
  row_move_focus (&row, row.scale);
  g_assert_null (mis_document_get_undo_name (row.document));
  row_clear (&row);
}

static void
test_heading_has_no_number (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new_section (MIS_SECTION_POPULATION, 0));
  g_assert_cmpstr (app_text (row.row, "label"), ==, "Population");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row.scale)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row.entry)));
  g_assert_true (gtk_widget_get_visible (app_child (row.row, "mode_box")));
  row_bind (&row, row_new_weight ());
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row.scale)));
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "mode_box")));
  row_clear (&row);
}

/* All below a heading goes back in one step; the button comes and goes with the difference. */
static void
test_heading_resets_all_below (void)
{
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (MisParameter) weight = row_new_weight ();
  Row row;

  row_init (&row, "shopping", mis_parameter_new_section (MIS_SECTION_POPULATION, 0));
  g_assert_false (gtk_widget_get_visible (row.reset));
  g_assert_true (mis_document_move (row.document, weight, 0.5, NULL));
  g_assert_false (gtk_widget_get_visible (row.reset));
  g_assert_true (mis_document_move (row.document, share, 1.0, NULL));
  g_assert_true (gtk_widget_get_visible (row.reset));
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_false (gtk_widget_get_visible (row.reset));
  g_assert_cmpstr (mis_document_get_undo_name (row.document), ==, "Reset Population");
  g_assert_cmpuint (row_get_count (&row, 1), ==, 1);
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_AGENT, 1));
  g_assert_false (gtk_widget_get_visible (row.reset));
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_AGENT, 0));
  g_assert_true (gtk_widget_get_visible (row.reset));
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_cmpstr (mis_document_get_undo_name (row.document), ==, "Reset All Weights of Customer");
  g_assert_false (mis_document_is_modified (row.document));
  row_clear (&row);
}

static void
assert_detail (Row *row, const char *words)
{
  g_assert_cmpstr (app_text (row->row, "detail"), ==, words);
  g_assert_cmpint (gtk_widget_get_visible (app_child (row->row, "detail")), ==, *words != '\0');
}

/* A heading that is folded says how many numbers below it have a range. */
static void
test_headings_count_ranges (void)
{
  g_autoptr (MisParameter) weight = row_new_weight ();
  Row row;

  row_init (&row, "shopping", mis_parameter_new_section (MIS_SECTION_AGENT, 0));
  assert_detail (&row, "");
  g_assert_true (mis_document_set_range (row.document, weight, (MisRange){ 0.5, 0.9 }, NULL));
  assert_detail (&row, "1 not certain");
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_AGENT, 1));
  assert_detail (&row, "");
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_CONFLICTS, 0));
  assert_detail (&row, "How likely two goals clash");
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_WEIGHTS, 0));
  assert_detail (&row, "1 not certain");
  mis_document_undo (row.document);
  assert_detail (&row, "How much each group cares");
  row_clear (&row);
}

/* Who resets by keys goes on by keys: the button that vanishes hands the keyboard on. */
static int
get_height (Row *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->row), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  return height;
}

/* Else what is below would move under the pointer that drags it. */
static void
test_reset_moves_nothing (void)
{
  const MisParameterSection sections[]
    = { MIS_SECTION_POPULATION, MIS_SECTION_WEIGHTS, MIS_SECTION_AGENT };
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      int height;

      row_bind (&row, mis_parameter_new_section (sections[i], 0));
      gtk_widget_set_visible (row.reset, FALSE);
      height = get_height (&row);
      gtk_widget_set_visible (row.reset, TRUE);
      g_assert_cmpint (get_height (&row), ==, height);
    }
  row_clear (&row);
}

static void
test_reset_keeps_the_keyboard (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_type (&row, "0.3");
  row_move_focus (&row, row.reset);
  g_assert_true (gtk_widget_has_focus (row.reset));
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_false (gtk_widget_get_visible (row.reset));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (row.window)),
                                         GTK_WIDGET (row.entry)));
  row_clear (&row);
}

static const char *
get_end (Row *self)
{
  return gtk_widget_get_visible (app_child (self->row, "ends")) ? app_text (self->row, "upper_end")
                                                                : NULL;
}

static void
test_ends_are_stated (void)
{
  g_autofree char *thousand = mis_count_text (1000);
  g_autofree char *wide = g_strdup_printf ("From 0 to %s. A larger number can be typed.", thousand);
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  g_assert_null (get_end (&row));
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0));
  g_assert_cmpstr (get_end (&row), ==, "10");
  gtk_test_accessible_assert_property (row.scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "From 0 to 10. A larger number can be typed.");
  row_type (&row, "300");
  g_assert_cmpfloat (row_get_value (&row), ==, 300.0);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, 300.0);
  g_assert_cmpstr (get_end (&row), ==, thousand);
  gtk_test_accessible_assert_property (row.scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wide);
  /* In a drag it stands still, and behind it. */
  row_drag (&row, 900.0);
  row_drag (&row, 8.0);
  row_let_go (&row);
  g_assert_cmpfloat (row_get_value (&row), ==, 8.0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (row.scale))),
                     ==, 1000.0);
  mis_document_undo (row.document);
  mis_document_undo (row.document);
  g_assert_cmpstr (get_end (&row), ==, "10");
  row_clear (&row);
}

static void
test_buttons_say_whose_they_are (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 2, 0, 0, 0));
  gtk_test_accessible_assert_property (row.lock, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lock Recommender system");
  gtk_test_accessible_assert_property (row.reset, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reset Share of Recommender system");
  g_assert_true (g_str_has_prefix (mis_tooltip_get (GTK_WIDGET (row.lock)),
                                   "Keep the share of this group"));
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_COUNT, 2, 0, 0, 0));
  g_assert_true (g_str_has_prefix (mis_tooltip_get (GTK_WIDGET (row.lock)),
                                   "Keep the count of this group"));
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_CONFLICTS, 0));
  gtk_test_accessible_assert_property (row.reset, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reset All Conflicts");
  row_clear (&row);
}

static void
unbind_cb (MisParameterRow *row)
{
  mis_parameter_row_bind (row, NULL, NULL, 0);
}

/* A list that begins anew takes its rows back, also the one that is just being pushed. */
static void
test_reset_ends_the_row (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_drag (&row, 0.5);
  row_let_go (&row);
  row_bind (&row, mis_parameter_new_section (MIS_SECTION_WEIGHTS, 0));
  g_signal_connect_object (row.document, "changed", G_CALLBACK (unbind_cb), row.row,
                           G_CONNECT_SWAPPED);
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (row.document), 0, 0).weight,
                     ==, 0.8);
  row_clear (&row);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-row/shows-its-parameter", test_shows_its_parameter);
  g_test_add_func ("/app/parameter-row/full-name-if-alone", test_full_name_if_alone);
  g_test_add_func ("/app/parameter-row/long-names-wrap", test_long_names_wrap);
  g_test_add_func ("/app/parameter-row/reset", test_reset);
  g_test_add_func ("/app/parameter-row/shares-and-locks", test_shares_and_locks);
  g_test_add_func ("/app/parameter-row/recycled-row-forgets", test_recycled_row_forgets);
  g_test_add_func ("/app/parameter-row/heading-has-no-number", test_heading_has_no_number);
  g_test_add_func ("/app/parameter-row/heading-resets-all-below", test_heading_resets_all_below);
  g_test_add_func ("/app/parameter-row/reset-moves-nothing", test_reset_moves_nothing);
  g_test_add_func ("/app/parameter-row/reset-keeps-the-keyboard", test_reset_keeps_the_keyboard);
  g_test_add_func ("/app/parameter-row/ends-are-stated", test_ends_are_stated);
  g_test_add_func ("/app/parameter-row/buttons-say-whose-they-are",
                   test_buttons_say_whose_they_are);

  g_test_add_func ("/app/parameter-row/headings-count-ranges", test_headings_count_ranges);
  g_test_add_func ("/parameter-row/reset-ends-the-row", test_reset_ends_the_row);
  return app_run ();
}
