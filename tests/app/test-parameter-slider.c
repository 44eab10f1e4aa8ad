/* The slider in its row: drags, keys and the wheel, and the steps they make. */
#include "row-fixture.h"

#include "app/parameter-scale.h"

static void
test_drag_is_one_step (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  for (guint i = 1; i <= 30; i++)
    row_drag (&row, 0.8 - i * 0.02);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.2, 1e-12);
  row_let_go (&row);
  row_drag (&row, 0.5);
  row_let_go (&row);
  g_assert_cmpstr (mis_document_get_undo_name (row.document), ==,
                   row_local_text ("Set Weight of Customer in Food and groceries to 0.5"));
  mis_document_undo (row.document);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.2, 1e-12);
  g_assert_cmpstr (row_get_text (&row), ==, app_local ("0.2"));
  mis_document_undo (row.document);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.8);
  g_assert_null (mis_document_get_undo_name (row.document));
  g_assert_false (mis_document_is_modified (row.document));
  row_clear (&row);
}

/* Rows come into sight and go while one is dragged; only its own going ends the drag. */
static void
test_other_rows_do_not_end_a_drag (void)
{
  GtkWidget *other = g_object_ref_sink (mis_parameter_row_new ());
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  mis_parameter_row_bind (MIS_PARAMETER_ROW (other), row.document, row.parameter, 1);
  row_drag (&row, 0.5);
  mis_parameter_row_bind (MIS_PARAMETER_ROW (other), NULL, NULL, 0);
  row_drag (&row, 0.4);
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_WEIGHT, 1, 0, 0, 0));
  row_drag (&row, 0.3);
  row_let_go (&row);
  g_assert_true (mis_document_undo (row.document));
  g_assert_true (mis_document_undo (row.document));
  g_assert_false (mis_document_undo (row.document));
  g_object_unref (other);
  row_clear (&row);
}

static void
test_drag_back_is_no_step (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_drag (&row, 0.5);
  row_drag (&row, 0.8);
  row_let_go (&row);
  g_assert_null (mis_document_get_undo_name (row.document));
  row_clear (&row);
}

static void
test_drag_stops_at_the_ends (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  row_drag (&row, 3.0);
  g_assert_cmpfloat (row_get_value (&row), ==, 1.0);
  row_drag (&row, -3.0);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.0);
  g_assert_cmpstr (row_get_text (&row), ==, "0");
  row_clear (&row);
}

static void
move_slider (Row *self, GtkScrollType scroll)
{
  g_signal_emit_by_name (self->scale, "move-slider", scroll);
  row_let_go (self);
}

static void
test_keys_step (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  move_slider (&row, GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.81, 1e-12);
  move_slider (&row, GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.80, 1e-12);
  move_slider (&row, GTK_SCROLL_PAGE_LEFT);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.70, 1e-12);
  g_assert_true (app_press (row.scale, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.701, 1e-12);
  g_assert_true (app_press (row.scale, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.700, 1e-12);
  gtk_widget_set_direction (GTK_WIDGET (row.scale), GTK_TEXT_DIR_RTL);
  g_assert_true (app_press (row.scale, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.701, 1e-12);
  /* Without Shift the slider's own keys are at work. */
  g_assert_false (app_press (row.scale, GDK_KEY_Right, 0));
  g_assert_false (app_press (row.scale, GDK_KEY_Tab, GDK_SHIFT_MASK));
  row_let_go (&row);
  move_slider (&row, GTK_SCROLL_END);
  g_assert_cmpfloat (row_get_value (&row), ==, 1.0);
  move_slider (&row, GTK_SCROLL_START);
  g_assert_cmpfloat (row_get_value (&row), ==, 0.0);
  /* Each of them a step of its own, the three fine ones one together. */
  for (guint i = 0; i < 6; i++)
    g_assert_true (mis_document_undo (row.document));
  g_assert_false (mis_document_undo (row.document));
  row_clear (&row);
}

static gint64 now = 1;

static gint64
get_now (void)
{
  return now;
}

/* A key is pressed and let go, @seconds after the one before it. */
static void
press (Row *self, GtkScrollType scroll, double seconds)
{
  now += (gint64)(seconds * G_USEC_PER_SEC);
  g_signal_emit_by_name (self->scale, "move-slider", scroll);
  g_signal_emit_by_name (self->scale, "released");
}

static void
assert_undo (Row *self, const char *name, double value)
{
  g_assert_cmpstr (mis_document_get_undo_name (self->document), ==, row_local_text (name));
  mis_document_undo (self->document);
  g_assert_cmpfloat_with_epsilon (row_get_value (self), value, 1e-12);
}

/* Who presses an arrow ten times has moved the number once. */
static void
test_run_of_keys_is_one_step (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  mis_parameter_scale_set_clock (MIS_PARAMETER_SCALE (row.scale), get_now);
  for (guint i = 0; i < 10; i++)
    press (&row, GTK_SCROLL_STEP_LEFT, 1.0);
  press (&row, GTK_SCROLL_PAGE_LEFT, 1.5);
  g_assert_cmpfloat_with_epsilon (row_get_value (&row), 0.6, 1e-12);
  /* After a pause it is another one. */
  press (&row, GTK_SCROLL_STEP_LEFT, 1.6);
  press (&row, GTK_SCROLL_STEP_LEFT, 0.1);
  assert_undo (&row, "Set Weight of Customer in Food and groceries to 0.58", 0.6);
  assert_undo (&row, "Set Weight of Customer in Food and groceries to 0.6", 0.8);
  g_assert_null (mis_document_get_undo_name (row.document));
  /* There and back is none, and takes nothing from what can be done again. */
  press (&row, GTK_SCROLL_STEP_LEFT, 9.0);
  press (&row, GTK_SCROLL_STEP_RIGHT, 0.1);
  g_assert_null (mis_document_get_undo_name (row.document));
  g_assert_nonnull (mis_document_get_redo_name (row.document));
  row_clear (&row);
}

/* What comes between two keys parts them: the pointer, the focus, undo, another number. */
static void
test_what_ends_a_run_of_keys (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  mis_parameter_scale_set_clock (MIS_PARAMETER_SCALE (row.scale), get_now);
  press (&row, GTK_SCROLL_STEP_LEFT, 9.0);
  row_drag (&row, 0.5);
  g_signal_emit_by_name (row.scale, "released");
  press (&row, GTK_SCROLL_STEP_LEFT, 0.1);
  row_let_go (&row);
  press (&row, GTK_SCROLL_STEP_LEFT, 0.1);
  g_assert_cmpuint (mis_document_get_n_steps (row.document), ==, 4);
  mis_document_undo (row.document);
  press (&row, GTK_SCROLL_STEP_LEFT, 0.1);
  g_assert_cmpuint (mis_document_get_n_steps (row.document), ==, 4);
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_WEIGHT, 1, 0, 0, 0));
  press (&row, GTK_SCROLL_STEP_LEFT, 0.1);
  g_assert_cmpuint (mis_document_get_n_steps (row.document), ==, 5);
  row_clear (&row);
}

static void
test_wheel_only_with_focus (void)
{
  GtkEventController *scroll;
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  scroll = app_get_controller (row.scale, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  row_move_focus (&row, row.entry);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), ==, GTK_PHASE_NONE);
  row_move_focus (&row, row.scale);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), !=, GTK_PHASE_NONE);
  row_move_focus (&row, row.entry);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), ==, GTK_PHASE_NONE);
  row_clear (&row);
}

static void
assert_below (Row *self, const char *text)
{
  GtkWidget *label = app_child (self->row, "below");

  g_assert_cmpint (gtk_widget_get_visible (label), ==, text != NULL);
  if (text != NULL)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

/* Whom a share drives out is said at its slider, before it is let go. */
static void
test_drag_says_who_is_lost (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  row_drag (&row, 0.34);
  assert_below (&row, NULL);
  row_drag (&row, 0.67);
  assert_below (&row,
                "Nobody is left in “Recommender system”. With 3 agents, shares are coarse: more "
                "agents make finer ones.");
  row_drag (&row, 1.0);
  assert_below (&row, "Nobody is left in “Retailer” and 1 other group.");
  row_drag (&row, 0.34);
  assert_below (&row, NULL);
  /* That it is empty itself is what was asked for. */
  row_drag (&row, 0.0);
  assert_below (&row, NULL);
  row_let_go (&row);
  row_clear (&row);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-slider/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/app/parameter-slider/other-rows-do-not-end-a-drag",
                   test_other_rows_do_not_end_a_drag);
  g_test_add_func ("/app/parameter-slider/drag-back-is-no-step", test_drag_back_is_no_step);
  g_test_add_func ("/app/parameter-slider/drag-stops-at-the-ends", test_drag_stops_at_the_ends);
  g_test_add_func ("/app/parameter-slider/keys-step", test_keys_step);
  g_test_add_func ("/app/parameter-slider/run-of-keys-is-one-step", test_run_of_keys_is_one_step);
  g_test_add_func ("/app/parameter-slider/what-ends-a-run-of-keys", test_what_ends_a_run_of_keys);
  g_test_add_func ("/app/parameter-slider/wheel-only-with-focus", test_wheel_only_with_focus);
  g_test_add_func ("/app/parameter-slider/drag-says-who-is-lost", test_drag_says_who_is_lost);

  return app_run ();
}
