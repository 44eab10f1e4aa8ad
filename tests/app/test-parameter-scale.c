/* The slider of a number: where it goes by drags and keys, and when a movement is over. */
#include "app-fixture.h"

#include "app/parameter-scale.h"

typedef struct
{
  MisParameterScale *scale;
  double value; /* of the last movement; -1 for none */
  guint n_released;
} Slider;

static void
moved_cb (Slider *self, double value)
{
  self->value = value;
}

static void
released_cb (Slider *self)
{
  self->n_released++;
}

static void
slider_init (Slider *self, double upper, gboolean whole)
{
  *self = (Slider){ .scale = g_object_ref_sink (g_object_new (MIS_TYPE_PARAMETER_SCALE, NULL)),
                    .value = -1.0 };
  g_signal_connect_swapped (self->scale, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->scale, "released", G_CALLBACK (released_cb), self);
  mis_parameter_scale_set_range (self->scale, upper, whole);
}

static void
assert_drag (Slider *self, double to, double expected)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (self->scale, "change-value", GTK_SCROLL_JUMP, to, &taken);
  g_assert_true (taken);
  g_assert_cmpfloat_with_epsilon (self->value, expected, 1e-12);
  /* It stays where it is until it is told. */
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (self->scale)), ==, 0.0);
}

static void
test_drags_step (void)
{
  Slider slider;

  slider_init (&slider, 1.0, FALSE);
  assert_drag (&slider, 0.1234, 0.12);
  assert_drag (&slider, 7.0, 1.0);
  assert_drag (&slider, -7.0, 0.0);
  g_object_unref (slider.scale);
  slider_init (&slider, 100.0, TRUE);
  assert_drag (&slider, 12.6, 13.0);
  assert_drag (&slider, 101.0, 100.0);
  g_object_unref (slider.scale);
}

static void
test_fine_steps (void)
{
  Slider slider;

  slider_init (&slider, 1.0, FALSE);
  mis_parameter_scale_set_value (slider.scale, 0.5, 1.0);
  g_assert_cmpfloat (slider.value, ==, -1.0);
  g_assert_true (app_press (slider.scale, GDK_KEY_Up, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (slider.value, 0.501, 1e-12);
  g_assert_true (app_press (slider.scale, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (slider.value, 0.499, 1e-12);
  gtk_widget_set_direction (GTK_WIDGET (slider.scale), GTK_TEXT_DIR_RTL);
  g_assert_true (app_press (slider.scale, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (slider.value, 0.501, 1e-12);
  g_assert_false (app_press (slider.scale, GDK_KEY_Left, 0));
  /* There is nothing finer than one. */
  mis_parameter_scale_set_range (slider.scale, 10.0, TRUE);
  g_assert_false (app_press (slider.scale, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_object_unref (slider.scale);
}

static void
assert_range (Slider *self, double value, double upper)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, upper);
  g_assert_cmpfloat (gtk_adjustment_get_page_increment (adjustment), ==, upper / 10.0);
}

/* What is typed finds its range; what is dragged stays in the one that it was dragged in. */
static void
test_range_stays_in_a_drag (void)
{
  Slider slider;

  slider_init (&slider, 10.0, TRUE);
  mis_parameter_scale_set_value (slider.scale, 15.0, 50.0);
  assert_range (&slider, 15.0, 50.0);
  g_signal_emit_by_name (slider.scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (slider.value, ==, 14.0);
  mis_parameter_scale_set_value (slider.scale, 14.0, 20.0);
  mis_parameter_scale_set_value (slider.scale, 5.0, 10.0);
  assert_range (&slider, 5.0, 50.0);
  /* Let go, and told the same again. */
  g_signal_emit_by_name (app_get_controller (slider.scale, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
  mis_parameter_scale_set_value (slider.scale, 5.0, 10.0);
  assert_range (&slider, 5.0, 50.0);
  mis_parameter_scale_set_value (slider.scale, 6.0, 10.0);
  assert_range (&slider, 6.0, 10.0);
  /* No value is cut. */
  g_signal_emit_by_name (slider.scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  mis_parameter_scale_set_value (slider.scale, 30.0, 100.0);
  assert_range (&slider, 30.0, 100.0);
  g_object_unref (slider.scale);
}

static void
test_leaving_releases (void)
{
  Slider slider;

  slider_init (&slider, 1.0, FALSE);
  g_signal_emit_by_name (app_get_controller (slider.scale, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
  g_assert_cmpuint (slider.n_released, ==, 1);
  g_object_unref (slider.scale);
}

/* Whether column @x of two pictures of @widget is the same. */
static gboolean
is_same (GtkWidget *widget, GBytes *a, GBytes *b, int x)
{
  const guint32 *left = g_bytes_get_data (a, NULL);
  const guint32 *right = g_bytes_get_data (b, NULL);
  int width = gtk_widget_get_width (widget);

  g_assert_cmpuint (g_bytes_get_size (a), ==, (gsize)(4 * width * gtk_widget_get_height (widget)));
  for (int y = 0; y < gtk_widget_get_height (widget); y++)
    if (left[y * width + x] != right[y * width + x])
      return FALSE;
  return TRUE;
}

/* From where to where the number may lie is seen on the slider, mirrored where that is. */
static void
assert_band (MisParameterScale *scale, GtkTextDirection direction, double low, double high)
{
  GtkWidget *widget = GTK_WIDGET (scale);
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;
  GdkRectangle trough;

  gtk_widget_set_direction (widget, direction);
  mis_parameter_scale_set_band (scale, 0.0, 0.0);
  app_settle ();
  without = app_draw (widget);
  mis_parameter_scale_set_band (scale, low, high);
  app_settle ();
  with = app_draw (widget);
  gtk_range_get_range_rect (GTK_RANGE (scale), &trough);
  for (int i = 1; i < 20; i++)
    {
      double part = i / 20.0;
      double value = direction == GTK_TEXT_DIR_RTL ? 1.0 - part : part;
      int x = trough.x + (int)(part * trough.width);

      g_assert_cmpint (is_same (widget, with, without, x), ==, value < low || value > high);
    }
}

static void
test_band (void)
{
  GtkWidget *window = gtk_window_new ();
  MisParameterScale *scale = g_object_new (MIS_TYPE_PARAMETER_SCALE, NULL);

  mis_parameter_scale_set_range (scale, 1.0, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 60);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (scale));
  app_present (window);
  assert_band (scale, GTK_TEXT_DIR_LTR, 0.52, 0.83);
  assert_band (scale, GTK_TEXT_DIR_RTL, 0.52, 0.83);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-scale/drags-step", test_drags_step);
  g_test_add_func ("/app/parameter-scale/fine-steps", test_fine_steps);
  g_test_add_func ("/app/parameter-scale/range-stays-in-a-drag", test_range_stays_in_a_drag);
  g_test_add_func ("/app/parameter-scale/leaving-releases", test_leaving_releases);
  g_test_add_func ("/app/parameter-scale/band", test_band);

  return app_run ();
}
