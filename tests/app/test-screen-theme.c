/* The theme in which the window draws, for each look of the desktop; and that its parts draw in it.
 */
#include "app-fixture.h"

#include "app/score-scale.h"
#include "app/screen-theme.h"
#include "document/document.h"

#define WIDTH 400
#define HEIGHT 40
#define IN_THE_BAR 6 /* from above, where there is no label above it */

#define HIGH_CONTRAST "/app/screen-theme/high-contrast"

static guint32
to_pixel (MisColor color)
{
  return 0xff000000u | (guint32)(color.red * 255 + 0.5) << 16 |
         (guint32)(color.green * 255 + 0.5) << 8 | (guint32)(color.blue * 255 + 0.5);
}

static guint32
get_pixel (GBytes *pixels, guint x, guint y)
{
  const guint32 *rows = g_bytes_get_data (pixels, NULL);

  return rows[y * WIDTH + x];
}

static gboolean
has_pixel (GBytes *pixels, guint x, guint32 pixel)
{
  gboolean found = FALSE;

  for (guint y = 0; y < HEIGHT; y++)
    found = found || get_pixel (pixels, x, y) == pixel;
  return found;
}

/* The bar of a scale has the colour of @kind; its range is the stronger the more contrast
 * there is. */
static void
assert_scale_is_drawn_in (MisThemeKind kind)
{
  const MisTheme *theme = mis_theme_get (kind);
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  MisScore *score = mis_document_get_results (document)->score;
  g_autoptr (GtkWidget) scale = g_object_ref_sink (g_object_new (MIS_TYPE_SCORE_SCALE, NULL));
  g_autoptr (GBytes) empty = NULL, full = NULL;
  guint32 bar = to_pixel (mis_theme_get_color (theme, MIS_COLOR_SERIES_1));
  GdkRGBA text;
  double alpha;

  gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (scale, WIDTH, HEIGHT, -1, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (scale), &text);
  alpha = (double) text.alpha * 0.12 * mis_theme_get_line_scale (theme);
  empty = app_draw (scale);
  g_assert_cmpfloat_with_epsilon (get_pixel (empty, WIDTH / 2, IN_THE_BAR) >> 24, 255 * alpha, 1.0);
  g_assert_false (has_pixel (empty, WIDTH / 8, bar));
  mis_score_scale_set_score (MIS_SCORE_SCALE (scale), score, MIS_NORMALIZATION_NONE);
  full = app_draw (scale);
  g_assert_true (has_pixel (full, WIDTH / 8, bar));
  g_assert_false (has_pixel (full, WIDTH / 2, bar));
}

static void
test_follows_the_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_true (mis_screen_theme_get () == mis_theme_get (MIS_THEME_LIGHT));
  assert_scale_is_drawn_in (MIS_THEME_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (mis_screen_theme_get () == mis_theme_get (MIS_THEME_DARK));
  assert_scale_is_drawn_in (MIS_THEME_DARK);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_high_contrast_in_subprocess (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_true (adw_style_manager_get_high_contrast (manager));
  g_assert_true (mis_screen_theme_get () == mis_theme_get (MIS_THEME_HIGH_CONTRAST_LIGHT));
  assert_scale_is_drawn_in (MIS_THEME_HIGH_CONTRAST_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (mis_screen_theme_get () == mis_theme_get (MIS_THEME_HIGH_CONTRAST_DARK));
  assert_scale_is_drawn_in (MIS_THEME_HIGH_CONTRAST_DARK);
}

/* What the desktop asks for is read once, when a program starts. */
static void
test_high_contrast (void)
{
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_test_trap_subprocess (HIGH_CONTRAST "/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/screen-theme/follows-the-scheme", test_follows_the_scheme);
  g_test_add_func (HIGH_CONTRAST, test_high_contrast);
  g_test_add_func (HIGH_CONTRAST "/subprocess", test_high_contrast_in_subprocess);

  return app_run ();
}
