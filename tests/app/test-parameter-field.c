/* The field in its row: what is taken exactly, what is refused and how that is said. */
#include "document/move.h"
#include "row-fixture.h"

#define AS_NEAR \
  "With 3 agents no share can be 0.5; 0.6667 was taken, which is as near as 0.3333."

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

/* What stands below the number beside a fault, in the locale's signs; %NULL: nothing. */
static void
assert_note (Row *self, const char *text)
{
  g_assert_cmpint (gtk_widget_get_visible (app_child (self->remark, "note")), ==, text != NULL);
  if (text == NULL)
    return;
  g_assert_cmpstr (app_text (self->remark, "note"), ==, row_local_text (text));
  gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       row_local_text (text));
}

static void
set_weight (Row *self, double value)
{
  g_autoptr (MisParameter) weight = row_new_weight ();

  g_assert_true (mis_document_move (self->document, weight, value, NULL));
}

/* Three agents have no half: the row says what it took, until the number is another or
 * somebody types. */
static void
test_nearest_share (void)
{
  g_autofree char *text = NULL;
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_type (&row, "50 %");
  row_assert_no_fault (&row);
  assert_note (&row, AS_NEAR);
  /* Once more: nothing changes, and it is said again. */
  row_type (&row, "0.5");
  assert_note (&row, AS_NEAR);
  mis_document_set_focus (row.document, 1);
  assert_note (&row, AS_NEAR);
  set_weight (&row, 0.5);
  assert_note (&row, AS_NEAR);
  mis_document_undo (row.document);
  mis_document_undo (row.document);
  assert_note (&row, NULL);
  row_type (&row, "0.3333");
  assert_note (&row, NULL);
  row_type (&row, "0.4");
  assert_note (&row, "With 3 agents no share can be 0.4; the nearest, 0.3333, was taken.");
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.");
  assert_note (&row, NULL);
  row_type (&row, "2");
  assert_note (&row, NULL);
  row_clear (&row);
}

static void
test_nobody_has_a_share (void)
{
  g_autoptr (MisParameter) all = mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0);
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  g_assert_true (mis_document_move (row.document, all, 0.0, NULL));
  row_type (&row, "0.5");
  assert_note (&row, "There are no agents who could have a share.");
  g_assert_true (mis_document_move (row.document, all, 3.0, NULL));
  assert_note (&row, NULL);
  g_assert_cmpuint (row_get_count (&row, 0), ==, 1);
  row_clear (&row);
}

static void
test_locked_groups_leave_too_little (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  mis_document_set_locked (row.document, 1, TRUE);
  row_type (&row, "1");
  assert_note (&row,
               "The locked groups leave no room for 1; the most there can be, 0.6667, was taken.");
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
move_other_share (Row *self, double value)
{
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 1, 0, 0, 0);

  g_assert_true (mis_document_move (self->document, share, value, NULL));
}

/* The reason, and what holds nonetheless, also when that changes. */
static void
test_fault_says_what_holds (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_move_focus (&row, row.entry);
  row_type (&row, "1.2");
  row_assert_fault (&row, "1.2");
  g_assert_cmpstr (app_text (row.remark, "fault"), ==,
                   row_local_text ("A number from 0 to 1 is expected, or from 0\u202f% to "
                                   "100\u202f%. It is still 0.3333."));
  gtk_test_accessible_assert_property (row.entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       app_text (row.remark, "fault"));
  row_type (&row, "abc");
  row_assert_fault (&row, "abc");
  g_assert_cmpstr (app_text (row.remark, "fault"), ==,
                   row_local_text ("This is not a number. It is still 0.3333."));
  /* Behind somebody who is mending it. */
  move_other_share (&row, 1.0);
  row_assert_fault (&row, "abc");
  g_assert_cmpstr (app_text (row.remark, "fault"), ==, "This is not a number. It is still 0.");
  row_clear (&row);
}

/* Left alone, the field tells the truth again as soon as anything changes; the text goes
 * into words. */
static void
test_refused_text_is_not_lost (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_move_focus (&row, row.entry);
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "abc");
  row_move_focus (&row, row.scale);
  row_assert_fault (&row, "abc");
  mis_document_set_focus (row.document, 1);
  row_assert_fault (&row, "abc");
  set_weight (&row, 0.5);
  row_assert_no_fault (&row);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.3333"));
  assert_note (&row, "“abc” was not taken. This is not a number.");
  set_weight (&row, 0.75);
  assert_note (&row, NULL);
  /* All steps of a drag are one action. */
  row_type (&row, "xyz");
  row_move_focus (&row, row.scale);
  mis_document_begin_gesture (row.document);
  set_weight (&row, 0.5);
  move_other_share (&row, 1.0);
  assert_note (&row, "“xyz” was not taken. This is not a number.");
  mis_document_end_gesture (row.document);
  assert_note (&row, "“xyz” was not taken. This is not a number.");
  set_weight (&row, 0.25);
  assert_note (&row, NULL);
  g_assert_cmpstr (row_get_text (&row), ==, "0");
  row_clear (&row);
}

/* A drag that locks forbid has no text to be kept. */
static void
test_refused_drag (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_move_focus (&row, row.scale);
  mis_document_set_locked (row.document, 1, TRUE);
  mis_document_set_locked (row.document, 2, TRUE);
  row_drag (&row, 0.5);
  row_assert_fault (&row, app_local ("0.3333"));
  row_let_go (&row);
  set_weight (&row, 0.5);
  row_assert_no_fault (&row);
  assert_note (&row, NULL);
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

/* A longer number takes no room from the name beside it. */
static void
test_all_digits_take_no_room (void)
{
  int before, after, offset;
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_move_focus (&row, row.scale);
  gtk_widget_measure (GTK_WIDGET (row.entry), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL,
                      NULL);
  row_type (&row, "0.7");
  row_move_focus (&row, row.entry);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.6666666666666666"));
  gtk_widget_measure (GTK_WIDGET (row.entry), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL,
                      NULL);
  g_assert_cmpint (after, ==, before);
  /* All of it is selected, and its first digits are in sight. */
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (row.entry), NULL, NULL));
  g_object_get (gtk_editable_get_delegate (GTK_EDITABLE (row.entry)), "scroll-offset", &offset,
                NULL);
  g_assert_cmpint (offset, ==, 0);
  row_clear (&row);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-field/typed-values-are-exact", test_typed_values_are_exact);
  g_test_add_func ("/app/parameter-field/all-digits-take-no-room", test_all_digits_take_no_room);
  g_test_add_func ("/app/parameter-field/nearest-share", test_nearest_share);
  g_test_add_func ("/app/parameter-field/faulty-values-stay", test_faulty_values_stay);
  g_test_add_func ("/app/parameter-field/faulty-counts-stay", test_faulty_counts_stay);
  g_test_add_func ("/app/parameter-field/nobody-has-a-share", test_nobody_has_a_share);
  g_test_add_func ("/app/parameter-field/locked-groups-leave-too-little",
                   test_locked_groups_leave_too_little);
  g_test_add_func ("/app/parameter-field/fault-says-what-holds", test_fault_says_what_holds);
  g_test_add_func ("/app/parameter-field/refused-text-is-not-lost", test_refused_text_is_not_lost);
  g_test_add_func ("/app/parameter-field/refused-drag", test_refused_drag);
  g_test_add_func ("/app/parameter-field/escape-restores", test_escape_restores);
  g_test_add_func ("/app/parameter-field/leaving-takes-the-text", test_leaving_takes_the_text);

  return app_run ();
}
