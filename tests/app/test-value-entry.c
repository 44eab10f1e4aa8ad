/* The field for a number: what is taken, what stays with its fault, what Escape brings back. */
#include "app-fixture.h"

#include "app/value-entry.h"

typedef struct
{
  MisValueEntry *entry;
  double value;
  guint n_typed;
  const char *fault; /* what is said to the next number */
} Field;

static void
typed_cb (Field *self, double value)
{
  self->value = value;
  self->n_typed++;
  if (self->fault != NULL)
    mis_value_entry_set_fault (self->entry, self->fault);
}

static void
field_init (Field *self)
{
  *self = (Field) { .entry = g_object_ref_sink (g_object_new (MIS_TYPE_VALUE_ENTRY, NULL)) };
  g_signal_connect_swapped (self->entry, "typed", G_CALLBACK (typed_cb), self);
  mis_value_entry_show (self->entry, "0.8");
}

static void
write_text (Field *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
press_enter (Field *self)
{
  g_signal_emit_by_name (self->entry, "activate");
}

static void
assert_shows (Field *self, const char *text, const char *fault)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, text);
  g_assert_cmpstr (mis_value_entry_get_fault (self->entry), ==, fault);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"), ==, fault != NULL);
}

static void
test_a_number_is_taken_once (void)
{
  int start, end;
  Field field;

  field_init (&field);
  press_enter (&field);
  g_assert_cmpuint (field.n_typed, ==, 0);
  write_text (&field, "30 %");
  press_enter (&field);
  press_enter (&field);
  g_assert_cmpuint (field.n_typed, ==, 1);
  g_assert_cmpfloat (field.value, ==, 0.3);
  /* What is shown then is what it was told last, for the next word to take its place. */
  assert_shows (&field, "0.8", NULL);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (field.entry), &start, &end));
  g_assert_cmpint (end - start, ==, 3);
  g_object_unref (field.entry);
}

/* "1,000" is 1 of a share, and a thousand of agents. */
static void
test_thousands (void)
{
  Field field;

  field_init (&field);
  write_text (&field, "1,000");
  press_enter (&field);
  g_assert_cmpfloat (field.value, ==, 1.0);
  mis_value_entry_set_counting (field.entry, TRUE);
  write_text (&field, "1,000");
  press_enter (&field);
  g_assert_cmpfloat (field.value, ==, 1000.0);
  /* What is not whole is for the handler to refuse. */
  write_text (&field, "1.5");
  press_enter (&field);
  g_assert_cmpfloat (field.value, ==, 1.5);
  g_object_unref (field.entry);
}

static void
test_leaving_is_entering (void)
{
  Field field;

  field_init (&field);
  write_text (&field, "0.5");
  g_signal_emit_by_name (app_get_controller (field.entry, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
  g_assert_cmpfloat (field.value, ==, 0.5);
  g_object_unref (field.entry);
}

static void
test_no_number_stays (void)
{
  Field field;

  field_init (&field);
  write_text (&field, "much");
  press_enter (&field);
  g_assert_cmpuint (field.n_typed, ==, 0);
  assert_shows (&field, "much", "This is not a number.");
  write_text (&field, "muc");
  assert_shows (&field, "muc", NULL);
  g_object_unref (field.entry);
}

static void
test_left_empty (void)
{
  Field field;

  field_init (&field);
  write_text (&field, "");
  press_enter (&field);
  assert_shows (&field, "", "This is not a number.");
  g_signal_emit_by_name (app_get_controller (field.entry, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
  assert_shows (&field, "0.8", NULL);
  g_assert_cmpuint (field.n_typed, ==, 0);
  g_object_unref (field.entry);
}

static void
test_refused_number_stays (void)
{
  Field field;

  field_init (&field);
  field.fault = "Too much.";
  write_text (&field, "3");
  press_enter (&field);
  assert_shows (&field, "3", "Too much.");
  /* A second try is a new one. */
  field.fault = NULL;
  press_enter (&field);
  g_assert_cmpuint (field.n_typed, ==, 2);
  assert_shows (&field, "0.8", NULL);
  g_object_unref (field.entry);
}

static void
test_escape (void)
{
  Field field;

  field_init (&field);
  g_assert_false (app_press (field.entry, GDK_KEY_Escape, 0));
  write_text (&field, "0.5");
  /* The value may change behind what is being typed. */
  mis_value_entry_show (field.entry, "0.9");
  assert_shows (&field, "0.5", NULL);
  g_assert_true (app_press (field.entry, GDK_KEY_Escape, 0));
  assert_shows (&field, "0.9", NULL);
  g_assert_cmpuint (field.n_typed, ==, 0);
  g_object_unref (field.entry);
}

static void
send_focus (Field *self, const char *signal)
{
  g_signal_emit_by_name (app_get_controller (self->entry, GTK_TYPE_EVENT_CONTROLLER_FOCUS), signal);
}

/* Who copies from the field has all digits; who only looks, those that matter. */
static void
test_all_digits_with_the_focus (void)
{
  Field field;

  field_init (&field);
  mis_value_entry_show_rounded (field.entry, "0.3333", "0.3333333333333333");
  assert_shows (&field, "0.3333", NULL);
  send_focus (&field, "enter");
  assert_shows (&field, "0.3333333333333333", NULL);
  g_assert_false (mis_value_entry_is_typing (field.entry));
  /* Nobody has typed, so nothing is entered. */
  press_enter (&field);
  send_focus (&field, "leave");
  g_assert_cmpuint (field.n_typed, ==, 0);
  assert_shows (&field, "0.3333", NULL);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (field.entry), NULL, NULL));
  /* What is refused stays, whether the field has the focus or not. */
  send_focus (&field, "enter");
  write_text (&field, "much");
  send_focus (&field, "leave");
  assert_shows (&field, "much", "This is not a number.");
  send_focus (&field, "enter");
  assert_shows (&field, "much", "This is not a number.");
  g_assert_true (app_press (field.entry, GDK_KEY_Escape, 0));
  assert_shows (&field, "0.3333333333333333", NULL);
  g_object_unref (field.entry);
}

/* The most agents of a project and the last seed have 16 digits: all of them are in sight. */
static void
test_as_wide_as_its_number (void)
{
  const struct
  {
    const char *text;
    int chars;
  } cases[] = {
    { "0.8", 7 }, { "1000000000000", 13 }, { "9007199254740991", 16 }, { "0.123456789012345", 17 },
  };
  Field field;

  field_init (&field);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mis_value_entry_show (field.entry, cases[i].text);
      g_assert_cmpint (gtk_editable_get_width_chars (GTK_EDITABLE (field.entry)), ==,
                       cases[i].chars);
    }
  g_object_unref (field.entry);
}

static void
typed_text_cb (char **typed, const char *text)
{
  g_free (*typed);
  *typed = g_strdup (text);
}

/* A field for any text gives it as it is, and is no field for numbers. */
static void
test_any_text (void)
{
  Field field;
  g_autofree char *typed = NULL;

  field_init (&field);
  g_signal_connect_swapped (field.entry, "typed-text", G_CALLBACK (typed_text_cb), &typed);
  mis_value_entry_set_any_text (field.entry, TRUE);
  mis_value_entry_show (field.entry, "A title");
  write_text (&field, "0.5; 1 and more");
  mis_value_entry_show (field.entry, "0.5; 1 and more");
  press_enter (&field);
  g_assert_cmpstr (typed, ==, "0.5; 1 and more");
  g_assert_cmpuint (field.n_typed, ==, 0);
  assert_shows (&field, "0.5; 1 and more", NULL);
  write_text (&field, "left");
  app_press (field.entry, GDK_KEY_Escape, 0);
  assert_shows (&field, "0.5; 1 and more", NULL);
  g_object_unref (field.entry);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/value-entry/a-number-is-taken-once", test_a_number_is_taken_once);
  g_test_add_func ("/app/value-entry/thousands", test_thousands);
  g_test_add_func ("/app/value-entry/leaving-is-entering", test_leaving_is_entering);
  g_test_add_func ("/app/value-entry/no-number-stays", test_no_number_stays);
  g_test_add_func ("/app/value-entry/left-empty", test_left_empty);
  g_test_add_func ("/app/value-entry/refused-number-stays", test_refused_number_stays);
  g_test_add_func ("/app/value-entry/escape", test_escape);
  g_test_add_func ("/app/value-entry/all-digits-with-the-focus", test_all_digits_with_the_focus);
  g_test_add_func ("/app/value-entry/as-wide-as-its-number", test_as_wide_as_its_number);
  g_test_add_func ("/app/value-entry/any-text", test_any_text);

  return app_run ();
}
