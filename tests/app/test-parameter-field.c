/* The field in its row: what is taken exactly, what is refused and how that is said. */
#include "row-fixture.h"

static void
test_typed_values_are_exact (void)
{
  const struct
  {
    const char *text;
    double value;
  } cases[] = {
    { "0,25", 0.25 }, { "0.123456789", 0.123456789 }, { "30 %", 0.3 }, { " 1 ", 1.0 },
    { "0", 0.0 },     { "100%", 1.0 },                { "1e-3", 0.001 },
  };
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      row_type (&row, cases[i].text);
      g_assert_cmpfloat (row_get_value (&row), ==, cases[i].value);
      row_assert_no_fault (&row);
      g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, cases[i].value);
      /* One action, one step. */
      g_assert_true (mis_document_undo (row.document));
      g_assert_cmpfloat (row_get_value (&row), ==, 0.8);
    }
  row_type (&row, "0.123456789");
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.123456789"));
  row_move_focus (&row, row.scale);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.1235"));
  /* What is shown in fewer digits than it has stays what it is, unless somebody types. */
  g_signal_emit_by_name (row.entry, "activate");
  g_assert_cmpfloat (row_get_value (&row), ==, 0.123456789);
  row_clear (&row);
}

/* Three agents have no half: the row says what it took, until something else changes. */
static void
test_nearest_share (void)
{
  g_autofree char *text = NULL;
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_type (&row, "50 %");
  row_assert_no_fault (&row);
  g_assert_true (gtk_widget_get_visible (app_child (row.row, "nearest")));
  text = g_strdup_printf ("With 3 agents the nearest share is %s.", app_local ("0.6667"));
  g_assert_cmpstr (app_text (row.row, "nearest"), ==, text);
  mis_document_undo (row.document);
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  row_type (&row, "0.3333");
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  row_type (&row, "2");
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  row_clear (&row);
}

static void
test_faulty_values_stay (void)
{
  const char *const texts[] = { "1.2", "abc", "-1", "", "101 %", "0.5.1", "1.000,5", "inf", "nan",
                                "1e999" };
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      row_type (&row, texts[i]);
      row_assert_fault (&row, texts[i]);
      g_assert_cmpfloat (row_get_value (&row), ==, 0.8);
      g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, 0.8);
      g_assert_null (mis_document_get_undo_name (row.document));
    }
  /* The mark goes with the next letter. */
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.");
  row_assert_no_fault (&row);
  row_clear (&row);
}

static void
test_faulty_counts_stay (void)
{
  const char *const texts[] = { "1.5", "-1", "1e16", "x" };
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_COUNT, 1, 0, 0, 0));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      row_type (&row, texts[i]);
      row_assert_fault (&row, texts[i]);
      g_assert_cmpfloat (row_get_value (&row), ==, 1.0);
    }
  row_type (&row, "25");
  g_assert_cmpfloat (row_get_value (&row), ==, 25.0);
  /* The slider makes room for what was typed beyond its end. */
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, 25.0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (row.scale))), >,
                     25.0);
  row_clear (&row);
}

static void
test_escape_restores (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  g_assert_false (app_press (row.entry, GDK_KEY_Escape, 0));
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.3");
  g_assert_true (app_press (row.entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.8"));
  g_assert_cmpfloat (row_get_value (&row), ==, 0.8);
  row_type (&row, "abc");
  g_assert_true (app_press (row.entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.8"));
  row_assert_no_fault (&row);
  g_assert_null (mis_document_get_undo_name (row.document));
  row_clear (&row);
}

static void
test_leaving_takes_the_text (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_move_focus (&row, row.entry);
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.3");
  row_move_focus (&row, row.scale);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.3);
  row_move_focus (&row, row.entry);
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "3");
  row_move_focus (&row, row.scale);
  row_assert_fault (&row, "3");
  g_assert_cmpfloat (row_get_value (&row), ==, 0.3);
  /* Moving the slider is a new word. */
  row_drag (&row, 0.4);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.4"));
  row_assert_no_fault (&row);
  row_clear (&row);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-field/typed-values-are-exact", test_typed_values_are_exact);
  g_test_add_func ("/app/parameter-field/nearest-share", test_nearest_share);
  g_test_add_func ("/app/parameter-field/faulty-values-stay", test_faulty_values_stay);
  g_test_add_func ("/app/parameter-field/faulty-counts-stay", test_faulty_counts_stay);
  g_test_add_func ("/app/parameter-field/escape-restores", test_escape_restores);
  g_test_add_func ("/app/parameter-field/leaving-takes-the-text", test_leaving_takes_the_text);

  return app_run ();
}
