#include "app/score-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plot/theme.h"
#include "report/number-text.h"

#define BAR_HEIGHT 12.0f
#define GAP 5
#define MARK_WIDTH 2.0f
#define SAME 1e-4 /* ends of the scale that are closer than this are not told apart */

struct _MisScoreScale
{
  GtkWidget parent_instance;

  MisScore *score;
};

G_DEFINE_FINAL_TYPE (MisScoreScale, mis_score_scale, GTK_TYPE_WIDGET)

static double
get_upper (MisScoreScale *self)
{
  double upper;

  if (self->score == NULL || !self->score->has_score)
    return 1.0;
  upper = MAX (self->score->possible, self->score->overall);
  return upper > 0.0 ? upper : 1.0;
}

static void
fill_rounded (GtkSnapshot *snapshot, float x, float y, float width, float radius, const GdkRGBA *color)
{
  GskRoundedRect rect;

  if (width <= 0.0f)
    return;
  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x, y, width, BAR_HEIGHT), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

/* A label below the bar, its middle at @x as far as the widget is wide; returns its right end. */
static float
draw_label (MisScoreScale *self, GtkSnapshot *snapshot, const char *text, float x, float align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  int text_width, text_height;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  x = CLAMP (x - align * (float) text_width, 0.0f, MAX (width - (float) text_width, 0.0f));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, BAR_HEIGHT + GAP));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return x + (float) text_width;
}

static float
measure_label (MisScoreScale *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return (float) width;
}

static GdkRGBA
get_series_color (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  MisColor color = mis_theme_get_color (mis_theme_get (dark ? MIS_THEME_DARK : MIS_THEME_LIGHT),
                                        MIS_COLOR_SERIES_1);

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, 1.0f };
}

/* Theorem 4's limit, unless it is as good as the end of the scale. */
static void
draw_limit (MisScoreScale *self, GtkSnapshot *snapshot, float left, float right, const GdkRGBA *color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double upper = get_upper (self), limit = self->score->possible_limit;
  g_autofree char *number = mis_number_text (limit, 3);
  g_autofree char *text = g_strdup_printf (_("large-population limit %s"), number);
  float x = width * (float) (limit / upper), label = measure_label (self, text);

  if (limit > upper * (1.0 + SAME) || !(limit > 0.0))
    return;
  if (limit < upper * (1.0 - SAME))
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((mirrored ? width - x : x) - MARK_WIDTH / 2,
                                                    -2.0f, MARK_WIDTH, BAR_HEIGHT + 4.0f));
  /* The label only where it leaves room for the ends of the scale. */
  x = CLAMP (x - label / 2, left + 12.0f, right - 12.0f - label);
  if (x < left + 12.0f)
    return;
  draw_label (self, snapshot, text, mirrored ? width - x - label : x, 0.0f);
}

static void
mis_score_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisScoreScale *self = MIS_SCORE_SCALE (widget);
  float width = (float) gtk_widget_get_width (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA text, track, bar = get_series_color ();
  g_autofree char *number = mis_number_text (get_upper (self), 3);
  g_autofree char *upper = g_strdup_printf (_("possible %s"), number);
  float filled, zero_end, upper_start;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  track = text;
  track.alpha *= 0.12f;
  fill_rounded (snapshot, 0.0f, 0.0f, width, BAR_HEIGHT / 2, &track);
  if (self->score == NULL || !self->score->has_score)
    return;
  filled = width * (float) (self->score->overall / get_upper (self));
  /* Never so short that its round ends could not be told from nothing. */
  if (filled > 0.0f)
    filled = MAX (filled, BAR_HEIGHT / 2);
  fill_rounded (snapshot, mirrored ? width - filled : 0.0f, 0.0f, filled,
                MIN (BAR_HEIGHT, filled) / 2, &bar);
  zero_end = measure_label (self, "0");
  upper_start = width - measure_label (self, upper);
  draw_label (self, snapshot, "0", mirrored ? width : 0.0f, mirrored ? 1.0f : 0.0f);
  draw_label (self, snapshot, upper, mirrored ? 0.0f : width, mirrored ? 0.0f : 1.0f);
  draw_limit (self, snapshot, zero_end, upper_start, &text);
}

static void
mis_score_scale_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 300;
      return;
    }
  *minimum = *natural = (int) BAR_HEIGHT + GAP + height;
}

static void
mis_score_scale_dispose (GObject *object)
{
  g_clear_pointer (&MIS_SCORE_SCALE (object)->score, mis_score_unref);
  G_OBJECT_CLASS (mis_score_scale_parent_class)->dispose (object);
}

static void
mis_score_scale_class_init (MisScoreScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_score_scale_dispose;
  widget_class->snapshot = mis_score_scale_snapshot;
  widget_class->measure = mis_score_scale_measure;
  gtk_widget_class_set_css_name (widget_class, "scorescale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
mis_score_scale_init (MisScoreScale *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overall misalignment"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  -1);
}

void
mis_score_scale_set_score (MisScoreScale *self, MisScore *score)
{
  g_return_if_fail (MIS_IS_SCORE_SCALE (self));

  if (score != NULL)
    mis_score_ref (score);
  g_clear_pointer (&self->score, mis_score_unref);
  self->score = score;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  get_upper (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  score != NULL ? score->overall : 0.0, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
