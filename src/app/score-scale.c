#include "app/score-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/screen-theme.h"
#include "report/number-text.h"

#define BAR_HEIGHT 12.0f
#define GAP 5.0f          /* between the bar and the labels */
#define LABEL_GAP 12.0f   /* between two labels */
#define MARK_WIDTH 2.0f
#define OVERHANG 2.0f     /* of the mark, below the bar */
#define RANGE_ALPHA 0.12f /* of the range behind the bar; more with high contrast */
#define NEAR 8.0f         /* how far from a mark it is still pointed at */
#define SAME 1e-4         /* ends of the scale that are closer than this are not told apart */

struct _MisScoreScale
{
  GtkWidget parent_instance;

  MisScore *score;
  MisNormalization normalization;
};

G_DEFINE_FINAL_TYPE (MisScoreScale, mis_score_scale, GTK_TYPE_WIDGET)

static gboolean
has_score (MisScoreScale *self)
{
  return self->score != NULL && self->score->has_score;
}

static double
get_upper (MisScoreScale *self)
{
  double upper = has_score (self) ? MAX (self->score->possible, self->score->overall) : 1.0;

  return upper > 0.0 ? upper : 1.0;
}

/* Theorem 4's limit is on the scale, unless drawing with replacement keeps all below it. */
static gboolean
has_limit (MisScoreScale *self)
{
  return has_score (self) && self->score->possible_limit > 0.0
         && self->score->possible_limit <= get_upper (self) * (1.0 + SAME);
}

static float
get_bar_top (MisScoreScale *self, float line)
{
  return has_limit (self) ? line + GAP : 0.0f;
}

/* (transfer full) (nullable): what a label says, if it is there at all. */
static char *
get_text (MisScoreScale *self, MisScaleLabel which)
{
  g_autofree char *number = NULL;

  if (!has_score (self))
    return NULL;
  switch (which)
    {
    case MIS_SCALE_POSSIBLE:
      number = mis_number_text (get_upper (self), 3);
      return g_strdup_printf (_("possible %s"), number);
    case MIS_SCALE_LIMIT:
      number = mis_number_text (self->score->possible_limit, 3);
      return has_limit (self) ? g_strdup_printf (_("large-population limit %s"), number) : NULL;
    case MIS_SCALE_ZERO:
    default:
      return g_strdup ("0");
    }
}

char *
mis_score_scale_explain (MisScoreScale *self, MisScaleLabel which)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (MIS_IS_SCORE_SCALE (self), NULL);

  if (!has_score (self) || which == MIS_SCALE_ZERO)
    return NULL;
  if (which == MIS_SCALE_POSSIBLE)
    {
      number = mis_number_text (get_upper (self), 3);
      return g_strdup_printf (_("possible %s: the highest score that this population and these "
                                "goals can reach. The agents would have to be spread evenly over "
                                "goals that exclude each other, and all of them would have to care "
                                "fully."),
                              number);
    }
  if (!has_limit (self))
    return NULL;
  number = mis_number_text (self->score->possible_limit, 3);
  if (self->normalization != MIS_NORMALIZATION_NONE)
    return g_strdup_printf (_("large-population limit %s: what “possible” tends to in a large "
                              "population of as many goals."),
                            number);
  return g_strdup_printf (_("large-population limit %s: what “possible” tends to in a large "
                            "population of as many goals (theorem 4 of the paper). That is 1 − 1/k "
                            "in a problem area with k goals, here as a mean over the areas."),
                          number);
}

/* (transfer full): @text, shortened to @room. */
static PangoLayout *
create_layout (MisScoreScale *self, const char *text, float room, float *width, float *line)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int natural, height;

  pango_layout_get_pixel_size (layout, &natural, &height);
  *width = MIN ((float) natural, MAX (room, 1.0f));
  *line = (float) height;
  if (*width < (float) natural)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (*width * PANGO_SCALE));
    }
  return layout;
}

/* A place on the scale, from its start; the mark stays in sight at the very end. */
static float
get_limit_place (MisScoreScale *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float x = width * (float) (self->score->possible_limit / get_upper (self));

  return CLAMP (x, MARK_WIDTH / 2, width - MARK_WIDTH / 2);
}

/* The ends of the scale stand below it, the limit above it: however near it is to an end, it is
 * clear which is which. */
static PangoLayout *
lay_out_label (MisScoreScale *self, MisScaleLabel which, graphene_rect_t *place)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text = get_text (self, which);
  g_autoptr (PangoLayout) layout = NULL;
  float x = 0.0f, y, own, zero, line;

  if (text == NULL)
    return NULL;
  g_object_unref (create_layout (self, "0", width, &zero, &line));
  layout = create_layout (
    self, text, which == MIS_SCALE_POSSIBLE ? width - zero - LABEL_GAP : width, &own, &line);
  y = get_bar_top (self, line) + BAR_HEIGHT + GAP;
  if (which == MIS_SCALE_POSSIBLE)
    x = width - own;
  if (which == MIS_SCALE_LIMIT)
    {
      x = CLAMP (get_limit_place (self) - own / 2, 0.0f, MAX (width - own, 0.0f));
      y = 0.0f;
    }
  graphene_rect_init (place, mirrored ? width - x - own : x, y, own, line);
  return g_steal_pointer (&layout);
}

/* Where a label is pointed at: at itself, and at the end or mark of the scale that it names. */
static gboolean
is_at_label (MisScoreScale *self, MisScaleLabel which, float x, float y)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t place;
  g_autoptr (PangoLayout) layout = lay_out_label (self, which, &place);
  float mark;

  if (layout == NULL)
    return FALSE;
  mark = which == MIS_SCALE_LIMIT ? get_limit_place (self) : width;
  if (mirrored)
    mark = width - mark;
  return graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT (x, y))
         || ABS (x - mark) <= NEAR;
}

/* (transfer full) (nullable): all that there is to explain, as one paragraph: GTK does not wrap a
 * tooltip that has line ends. */
static char *
explain_all (MisScoreScale *self)
{
  g_autofree char *possible = mis_score_scale_explain (self, MIS_SCALE_POSSIBLE);
  g_autofree char *limit = mis_score_scale_explain (self, MIS_SCALE_LIMIT);

  if (possible == NULL || limit == NULL)
    return g_steal_pointer (&possible);
  return g_strdup_printf ("%s %s", possible, limit);
}

char *
mis_score_scale_explain_at (MisScoreScale *self, double x, double y)
{
  gboolean at_possible, at_limit;

  g_return_val_if_fail (MIS_IS_SCORE_SCALE (self), NULL);

  at_possible = is_at_label (self, MIS_SCALE_POSSIBLE, (float) x, (float) y);
  at_limit = is_at_label (self, MIS_SCALE_LIMIT, (float) x, (float) y);
  if (at_possible == at_limit)
    return explain_all (self);
  return mis_score_scale_explain (self, at_limit ? MIS_SCALE_LIMIT : MIS_SCALE_POSSIBLE);
}

static gboolean
mis_score_scale_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  MisScoreScale *self = MIS_SCORE_SCALE (widget);
  g_autofree char *text = keyboard_tooltip ? explain_all (self)
                                           : mis_score_scale_explain_at (self, x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
draw_label (MisScoreScale *self, GtkSnapshot *snapshot, MisScaleLabel which, const GdkRGBA *color)
{
  graphene_rect_t place;
  g_autoptr (PangoLayout) layout = lay_out_label (self, which, &place);

  if (layout == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place.origin);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
get_color (MisColorRole role)
{
  MisColor color = mis_theme_get_color (mis_screen_theme_get (), role);

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, 1.0f };
}

static void
fill_rounded (GtkSnapshot *snapshot, const graphene_rect_t *box, float radius, const GdkRGBA *color)
{
  GskRoundedRect rect;

  if (box->size.width <= 0.0f)
    return;
  gsk_rounded_rect_init_from_rect (&rect, box, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bar (MisScoreScale *self, GtkSnapshot *snapshot, float top, const GdkRGBA *text)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA range = *text, bar = get_color (MIS_COLOR_SERIES_1);
  float filled;

  /* The scale stands on cards and beside them: what the theme has for cards would be lost there. */
  range.alpha *= RANGE_ALPHA * (float) mis_theme_get_line_scale (mis_screen_theme_get ());
  fill_rounded (snapshot, &GRAPHENE_RECT_INIT (0.0f, top, width, BAR_HEIGHT), BAR_HEIGHT / 2,
                &range);
  if (!has_score (self))
    return;
  filled = width * (float) (self->score->overall / get_upper (self));
  /* Never so short that its round ends could not be told from nothing. */
  if (filled > 0.0f)
    filled = MAX (filled, BAR_HEIGHT / 2);
  fill_rounded (snapshot,
                &GRAPHENE_RECT_INIT (mirrored ? width - filled : 0.0f, top, filled, BAR_HEIGHT),
                MIN (BAR_HEIGHT, filled) / 2, &bar);
}

/* From its label down through the bar. */
static void
draw_mark (MisScoreScale *self, GtkSnapshot *snapshot, float top, const GdkRGBA *color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float x;

  if (!has_limit (self))
    return;
  x = get_limit_place (self);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((mirrored ? width - x : x) - MARK_WIDTH / 2,
                                                  top - GAP + 1.0f, MARK_WIDTH,
                                                  GAP - 1.0f + BAR_HEIGHT + OVERHANG));
}

static void
mis_score_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisScoreScale *self = MIS_SCORE_SCALE (widget);
  float width, line, top;
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  g_object_unref (create_layout (self, "0", 1.0f, &width, &line));
  top = get_bar_top (self, line);
  draw_bar (self, snapshot, top, &text);
  draw_mark (self, snapshot, top, &text);
  for (MisScaleLabel which = 0; which < MIS_N_SCALE_LABELS; which++)
    draw_label (self, snapshot, which, &text);
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
  MisScoreScale *self = MIS_SCORE_SCALE (widget);
  float width, line;

  g_object_unref (create_layout (self, "0", 1.0f, &width, &line));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 300;
      return;
    }
  *minimum = *natural = (int) (get_bar_top (self, line) + BAR_HEIGHT + GAP + line);
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
  widget_class->query_tooltip = mis_score_scale_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "scorescale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
mis_score_scale_init (MisScoreScale *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overall misalignment"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  -1);
}

void
mis_score_scale_set_score (MisScoreScale *self, MisScore *score, MisNormalization normalization)
{
  g_autofree char *explanation = NULL;
  gboolean had_limit;

  g_return_if_fail (MIS_IS_SCORE_SCALE (self));

  had_limit = has_limit (self);
  if (score != NULL)
    mis_score_ref (score);
  g_clear_pointer (&self->score, mis_score_unref);
  self->score = score;
  self->normalization = normalization;
  explanation = explain_all (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, get_upper (self),
      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, score != NULL ? score->overall : 0.0,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation != NULL ? explanation : "", -1);
  if (has_limit (self) != had_limit)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
mis_score_scale_get_label (MisScoreScale *self, MisScaleLabel which, graphene_rect_t *place)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (MIS_IS_SCORE_SCALE (self) && place != NULL, NULL);

  layout = lay_out_label (self, which, place);
  return layout != NULL ? g_strdup (pango_layout_get_text (layout)) : NULL;
}
