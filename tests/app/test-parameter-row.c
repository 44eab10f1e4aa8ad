/* One row of the sliders: dragging, keys, typing, faults, reset, locks, recycling. */
#include "app-fixture.h"

#include "app/parameter-row.h"
#include "document/parameter.h"

/* A row in a window, bound to a parameter of an example. */
typedef struct
{
  GtkWidget *window;
  MisDocument *document;
  MisParameterRow *row;
  GtkScale *scale;
  GtkEntry *entry;
  GtkWidget *reset;
  GtkToggleButton *lock;
  MisParameter *parameter;
} Row;

static void
row_bind (Row *self, MisParameter *parameter)
{
  g_set_object (&self->parameter, parameter);
  mis_parameter_row_bind (self->row, self->document, parameter, 1);
  g_object_unref (parameter);
}

static void
row_init (Row *self, const char *example, MisParameter *parameter)
{
  *self = (Row) { .window = gtk_window_new (), .document = app_new_document (example) };
  self->row = MIS_PARAMETER_ROW (mis_parameter_row_new ());
  self->scale = app_child (self->row, "scale");
  self->entry = app_child (self->row, "entry");
  self->reset = app_child (self->row, "reset_button");
  self->lock = app_child (self->row, "lock_button");
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->row));
  row_bind (self, parameter);
  app_present (self->window);
}

static void
row_clear (Row *self)
{
  app_destroy (self->window);
  g_clear_object (&self->parameter);
  g_assert_finalize_object (self->document);
}

/* Customer's weight in food: 0.8. */
static MisParameter *
new_weight (void)
{
  return mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
}

static double
get_value (Row *self)
{
  return mis_parameter_get_value (self->parameter, mis_document_get_world (self->document));
}

static const char *
get_text (Row *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
drag_to (Row *self, double value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (self->scale, "change-value", GTK_SCROLL_JUMP, value, &taken);
  g_assert_true (taken);
}

/* What comes behind a release of button or key: the slider has no gesture any more. */
static void
let_go (Row *self)
{
  g_signal_emit_by_name (app_get_controller (self->scale, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
}

static void
type (Row *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_emit_by_name (self->entry, "activate");
}

static void
move_focus (Row *self, gpointer widget)
{
  app_wait_until (gtk_window_is_active (GTK_WINDOW (self->window)));
  gtk_widget_grab_focus (widget);
}

static void
assert_fault (Row *self, const char *text)
{
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"));
  g_assert_cmpstr (get_text (self), ==, text);
  g_assert_true (gtk_widget_get_visible (app_child (self->row, "fault")));
  g_assert_cmpuint (strlen (app_text (self->row, "fault")), >, 10);
  gtk_test_accessible_assert_state (self->entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
assert_no_fault (Row *self)
{
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"));
  g_assert_false (gtk_widget_get_visible (app_child (self->row, "fault")));
}

static void
test_shows_its_parameter (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  g_assert_cmpstr (app_text (row.row, "label"), ==, "Food and groceries");
  g_assert_cmpstr (app_text (row.row, "detail"), ==, "Convenience at low price");
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.8"));
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
  Row row;

  row_init (&row, "shopping", new_weight ());
  mis_parameter_row_bind (row.row, row.document, row.parameter, 0);
  g_assert_cmpstr (app_text (row.row, "label"), ==, "Weight of Customer in Food and groceries");
  row_clear (&row);
}

/* Three agents have no half: the row says what it took, until something else changes. */
static void
test_nearest_share (void)
{
  g_autofree char *text = NULL;
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  type (&row, "50 %");
  assert_no_fault (&row);
  g_assert_true (gtk_widget_get_visible (app_child (row.row, "nearest")));
  text = g_strdup_printf ("With 3 agents the nearest share is %s.", app_local ("0.6667"));
  g_assert_cmpstr (app_text (row.row, "nearest"), ==, text);
  mis_document_undo (row.document);
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  type (&row, "0.3333");
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  type (&row, "2");
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "nearest")));
  row_clear (&row);
}

static void
test_drag_is_one_step (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  for (guint i = 1; i <= 30; i++)
    drag_to (&row, 0.8 - i * 0.02);
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.2, 1e-12);
  let_go (&row);
  drag_to (&row, 0.5);
  let_go (&row);
  g_assert_cmpstr (mis_document_get_undo_name (row.document), ==, "Change Weight of Customer");
  mis_document_undo (row.document);
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.2, 1e-12);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.2"));
  mis_document_undo (row.document);
  g_assert_cmpfloat (get_value (&row), ==, 0.8);
  g_assert_null (mis_document_get_undo_name (row.document));
  g_assert_false (mis_document_is_modified (row.document));
  row_clear (&row);
}

static void
test_drag_back_is_no_step (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  drag_to (&row, 0.5);
  drag_to (&row, 0.8);
  let_go (&row);
  g_assert_null (mis_document_get_undo_name (row.document));
  row_clear (&row);
}

static void
test_drag_stops_at_the_ends (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  drag_to (&row, 3.0);
  g_assert_cmpfloat (get_value (&row), ==, 1.0);
  drag_to (&row, -3.0);
  g_assert_cmpfloat (get_value (&row), ==, 0.0);
  g_assert_cmpstr (get_text (&row), ==, "0");
  row_clear (&row);
}

static void
move_slider (Row *self, GtkScrollType scroll)
{
  g_signal_emit_by_name (self->scale, "move-slider", scroll);
  let_go (self);
}

static void
test_keys_step (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  move_slider (&row, GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.81, 1e-12);
  move_slider (&row, GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.80, 1e-12);
  move_slider (&row, GTK_SCROLL_PAGE_LEFT);
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.70, 1e-12);
  g_assert_true (app_press (row.scale, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.701, 1e-12);
  g_assert_true (app_press (row.scale, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.700, 1e-12);
  gtk_widget_set_direction (GTK_WIDGET (row.scale), GTK_TEXT_DIR_RTL);
  g_assert_true (app_press (row.scale, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (get_value (&row), 0.701, 1e-12);
  /* Without Shift the slider's own keys are at work. */
  g_assert_false (app_press (row.scale, GDK_KEY_Right, 0));
  g_assert_false (app_press (row.scale, GDK_KEY_Tab, GDK_SHIFT_MASK));
  let_go (&row);
  move_slider (&row, GTK_SCROLL_END);
  g_assert_cmpfloat (get_value (&row), ==, 1.0);
  move_slider (&row, GTK_SCROLL_START);
  g_assert_cmpfloat (get_value (&row), ==, 0.0);
  /* Each of them a step of its own, the three fine ones one together. */
  for (guint i = 0; i < 6; i++)
    g_assert_true (mis_document_undo (row.document));
  g_assert_false (mis_document_undo (row.document));
  row_clear (&row);
}

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

  row_init (&row, "shopping", new_weight ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (&row, cases[i].text);
      g_assert_cmpfloat (get_value (&row), ==, cases[i].value);
      assert_no_fault (&row);
      g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, cases[i].value);
      /* One action, one step. */
      g_assert_true (mis_document_undo (row.document));
      g_assert_cmpfloat (get_value (&row), ==, 0.8);
    }
  type (&row, "0.123456789");
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.123456789"));
  move_focus (&row, row.scale);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.1235"));
  /* What is shown in fewer digits than it has stays what it is, unless somebody types. */
  g_signal_emit_by_name (row.entry, "activate");
  g_assert_cmpfloat (get_value (&row), ==, 0.123456789);
  row_clear (&row);
}

static void
test_faulty_values_stay (void)
{
  const char *const texts[] = { "1.2", "abc", "-1", "", "101 %", "0.5.1", "1.000,5", "inf", "nan",
                                "1e999" };
  Row row;

  row_init (&row, "shopping", new_weight ());
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (&row, texts[i]);
      assert_fault (&row, texts[i]);
      g_assert_cmpfloat (get_value (&row), ==, 0.8);
      g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (row.scale)), ==, 0.8);
      g_assert_null (mis_document_get_undo_name (row.document));
    }
  /* The mark goes with the next letter. */
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.");
  assert_no_fault (&row);
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
      type (&row, texts[i]);
      assert_fault (&row, texts[i]);
      g_assert_cmpfloat (get_value (&row), ==, 1.0);
    }
  type (&row, "25");
  g_assert_cmpfloat (get_value (&row), ==, 25.0);
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

  row_init (&row, "shopping", new_weight ());
  g_assert_false (app_press (row.entry, GDK_KEY_Escape, 0));
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.3");
  g_assert_true (app_press (row.entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.8"));
  g_assert_cmpfloat (get_value (&row), ==, 0.8);
  type (&row, "abc");
  g_assert_true (app_press (row.entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.8"));
  assert_no_fault (&row);
  g_assert_null (mis_document_get_undo_name (row.document));
  row_clear (&row);
}

static void
test_leaving_takes_the_text (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  move_focus (&row, row.entry);
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.3");
  move_focus (&row, row.scale);
  g_assert_cmpfloat (get_value (&row), ==, 0.3);
  move_focus (&row, row.entry);
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "3");
  move_focus (&row, row.scale);
  assert_fault (&row, "3");
  g_assert_cmpfloat (get_value (&row), ==, 0.3);
  /* Moving the slider is a new word. */
  drag_to (&row, 0.4);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.4"));
  assert_no_fault (&row);
  row_clear (&row);
}

static void
test_reset (void)
{
  Row row;

  row_init (&row, "shopping", new_weight ());
  type (&row, "0.3");
  g_assert_true (gtk_widget_get_visible (row.reset));
  g_signal_emit_by_name (row.reset, "clicked");
  g_assert_cmpfloat (get_value (&row), ==, 0.8);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.8"));
  g_assert_false (gtk_widget_get_visible (row.reset));
  /* A reset can be undone like anything else. */
  mis_document_undo (row.document);
  g_assert_cmpfloat (get_value (&row), ==, 0.3);
  g_assert_true (gtk_widget_get_visible (row.reset));
  row_clear (&row);
}

static guint64
get_count (Row *self, guint agent)
{
  return mis_world_get_agent (mis_document_get_world (self->document), agent)->count;
}

static void
test_shares_and_locks (void)
{
  Row row;

  row_init (&row, "shopping", mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row.lock)));
  type (&row, "300");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_SHARE, 2, 0, 0, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row.lock)));
  gtk_toggle_button_set_active (row.lock, TRUE);
  g_assert_true (mis_document_is_locked (row.document, 2));
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (row.lock)), ==,
                   "changes-prevent-symbolic");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  g_assert_false (gtk_toggle_button_get_active (row.lock));
  type (&row, "50 %");
  g_assert_cmpuint (get_count (&row, 0), ==, 150);
  g_assert_cmpuint (get_count (&row, 1), ==, 50);
  g_assert_cmpuint (get_count (&row, 2), ==, 100);
  /* No further than the locked ones leave room. */
  drag_to (&row, 1.0);
  let_go (&row);
  g_assert_cmpuint (get_count (&row, 0), ==, 200);
  g_assert_cmpuint (get_count (&row, 2), ==, 100);
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

  row_init (&row, "shopping", new_weight ());
  type (&row, "abc");
  row_bind (&row, mis_parameter_new (MIS_PARAMETER_WEIGHT, 1, 1, 0, 0));
  assert_no_fault (&row);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.7"));
  drag_to (&row, 0.4);
  let_go (&row);
  g_assert_cmpfloat (get_value (&row), ==, 0.4);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (row.document), 0, 0).weight,
                     ==, 0.8);
  /* Unbound, it hears nothing any more and holds nothing. */
  mis_parameter_row_bind (row.row, NULL, NULL, 0);
  mis_document_undo (row.document);
  g_assert_cmpstr (get_text (&row), ==, app_local ("0.4"));
  gtk_editable_set_text (GTK_EDITABLE (row.entry), "0.9");
  move_focus (&row, row.entry);
  move_focus (&row, row.scale);
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
  row_bind (&row, new_weight ());
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row.scale)));
  g_assert_false (gtk_widget_get_visible (app_child (row.row, "mode_box")));
  row_clear (&row);
}

static void
test_wheel_only_with_focus (void)
{
  GtkEventController *scroll;
  Row row;

  row_init (&row, "shopping", new_weight ());
  scroll = app_get_controller (row.scale, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  move_focus (&row, row.entry);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), ==, GTK_PHASE_NONE);
  move_focus (&row, row.scale);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), !=, GTK_PHASE_NONE);
  move_focus (&row, row.entry);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (scroll), ==, GTK_PHASE_NONE);
  row_clear (&row);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-row/shows-its-parameter", test_shows_its_parameter);
  g_test_add_func ("/app/parameter-row/full-name-if-alone", test_full_name_if_alone);
  g_test_add_func ("/app/parameter-row/nearest-share", test_nearest_share);
  g_test_add_func ("/app/parameter-row/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/app/parameter-row/drag-back-is-no-step", test_drag_back_is_no_step);
  g_test_add_func ("/app/parameter-row/drag-stops-at-the-ends", test_drag_stops_at_the_ends);
  g_test_add_func ("/app/parameter-row/keys-step", test_keys_step);
  g_test_add_func ("/app/parameter-row/typed-values-are-exact", test_typed_values_are_exact);
  g_test_add_func ("/app/parameter-row/faulty-values-stay", test_faulty_values_stay);
  g_test_add_func ("/app/parameter-row/faulty-counts-stay", test_faulty_counts_stay);
  g_test_add_func ("/app/parameter-row/escape-restores", test_escape_restores);
  g_test_add_func ("/app/parameter-row/leaving-takes-the-text", test_leaving_takes_the_text);
  g_test_add_func ("/app/parameter-row/reset", test_reset);
  g_test_add_func ("/app/parameter-row/shares-and-locks", test_shares_and_locks);
  g_test_add_func ("/app/parameter-row/recycled-row-forgets", test_recycled_row_forgets);
  g_test_add_func ("/app/parameter-row/heading-has-no-number", test_heading_has_no_number);
  g_test_add_func ("/app/parameter-row/wheel-only-with-focus", test_wheel_only_with_focus);

  return app_run ();
}
