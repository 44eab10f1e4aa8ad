#include "app/grid-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "plot/cividis.h"

/* Marks, in pixels. */
#define CORNER 7
#define DOT 5.0f
#define DOT_MARGIN 3.0f

/* How much of the colour of a selection covers a colour of heat. */
#define SELECTION_PART 0.45

struct _MisGridCell
{
  GtkWidget parent_instance;

  int row;
  int column;
  char *text;
  char *name;
  MisCellFlags flags;
  double level;
  MisGridSide side;
  char *fault;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (MisGridCell, mis_grid_cell, GTK_TYPE_WIDGET)

/* What of the flags the style sheet has to know. */
static const struct
{
  MisCellFlags flag;
  const char *css_class;
} styles[] = {
  { MIS_CELL_FIXED, "fixed" },
  { MIS_CELL_UNKNOWN, "unknown" },
  { MIS_CELL_NO_GOAL, "no-goal" },
};

/* What a mark says to those who do not see it. */
static const struct
{
  MisCellFlags flag;
  const char *words;
} marks[] = {
  { MIS_CELL_UNKNOWN, N_ ("Unknown.") },         { MIS_CELL_NO_GOAL, N_ ("No goal.") },
  { MIS_CELL_FIXED, N_ ("Cannot be changed.") }, { MIS_CELL_CHANGED, N_ ("Changed.") },
  { MIS_CELL_UNCERTAIN, N_ ("Has a range.") },   { MIS_CELL_NOTED, N_ ("Has a note.") },
};

static gboolean
is_hot (MisGridCell *self)
{
  return !isnan (self->level);
}

static gboolean
is_mirrored (MisGridCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* A cell that says nothing of itself still shows which kind of nothing it is. */
static const char *
get_shown_text (MisGridCell *self)
{
  if (self->text != NULL && *self->text != '\0')
    return self->text;
  if (self->flags & MIS_CELL_UNKNOWN)
    return "?";
  return self->flags & MIS_CELL_NO_GOAL ? "–" : "";
}

static PangoLayout *
get_layout (MisGridCell *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (self->layout, get_shown_text (self), -1);
  return self->layout;
}

static MisColor
mix (MisColor back, const GdkRGBA *front, double part)
{
  MisColor over = { (double) front->red, (double) front->green, (double) front->blue, 1.0 };

  return (MisColor){ back.red + (over.red - back.red) * part,
                     back.green + (over.green - back.green) * part,
                     back.blue + (over.blue - back.blue) * part, 1.0 };
}

static GdkRGBA
to_rgba (MisColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue,
                    (float) color.alpha };
}

static void
get_named_color (MisGridCell *self, const char *name, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

static MisColor
get_heat (MisGridCell *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  MisColor heat = mis_cividis_color_on (self->level, dark);
  GdkRGBA accent;

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_SELECTED) == 0)
    return heat;
  get_named_color (self, "accent_bg_color", &accent);
  return mix (heat, &accent, SELECTION_PART);
}

/* The heat, and in @color what can be read on it. */
static void
draw_heat (MisGridCell *self, GtkSnapshot *snapshot, GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MisColor heat = get_heat (self);
  GdkRGBA back = to_rgba (heat);

  *color = to_rgba (mis_color_for_text_on (heat));
  gtk_snapshot_append_color (snapshot, &back,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

/* From 0 at the left to 1 at the right. */
static double
get_alignment (MisGridCell *self)
{
  static const double parts[] = { 0.0, 0.5, 1.0 };

  return is_mirrored (self) ? 1.0 - parts[self->side] : parts[self->side];
}

static void
draw_text (MisGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  PangoLayout *layout = get_layout (self);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MIS_GRID_CELL_PADDING;
  PangoRectangle extents;
  double x, y;

  if (*pango_layout_get_text (layout) == '\0' || room <= 0)
    return;
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = MIS_GRID_CELL_PADDING + (room - extents.width) * get_alignment (self) - extents.x;
  y = (gtk_widget_get_height (GTK_WIDGET (self)) - extents.height) / 2.0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf ((float) x), floorf ((float) y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Changed: the corner at the top, where the text begins. */
static void
draw_corner (MisGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int from = is_mirrored (self) ? width : 0, to = is_mirrored (self) ? width - CORNER : CORNER;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) MIN (from, to), 0, CORNER, CORNER));

  cairo_move_to (cr, from, 0);
  cairo_line_to (cr, to, 0);
  cairo_line_to (cr, from, CORNER);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Noted: a dot in the corner at the top, where the text ends. */
static void
draw_dot (MisGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float x = is_mirrored (self) ? DOT_MARGIN : width - DOT_MARGIN - DOT;
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x, DOT_MARGIN, DOT, DOT), DOT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Uncertain: a short bar with ends below the text, as the range is drawn beside a slider. */
static void
draw_range (MisGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float from = (float) MIS_GRID_CELL_PADDING, to = width - (float) MIS_GRID_CELL_PADDING;
  float length = MIN (18.0f, to - from), y = height - 4.0f;
  float x = from + (to - from - length) * (float) get_alignment (self);

  if (length <= 4.0f)
    return;
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, length, 1));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y - 1, 1, 3));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x + length - 1, y - 1, 1, 3));
}

/* On heat the marks have the colour of the text: no other can be seen on all of it. */
static void
draw_marks (MisGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *text_color)
{
  GdkRGBA accent = *text_color;

  if (!is_hot (self) && self->flags & (MIS_CELL_CHANGED | MIS_CELL_NOTED))
    get_named_color (self, "accent_color", &accent);
  if (self->flags & MIS_CELL_CHANGED)
    draw_corner (self, snapshot, &accent);
  if (self->flags & MIS_CELL_NOTED)
    draw_dot (self, snapshot, &accent);
  if (self->flags & MIS_CELL_UNCERTAIN)
    draw_range (self, snapshot, text_color);
}

static void
mis_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisGridCell *self = MIS_GRID_CELL (widget);
  GdkRGBA color;

  if (is_hot (self))
    draw_heat (self, snapshot, &color);
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  draw_text (self, snapshot, &color);
  draw_marks (self, snapshot, &color);
}

static void
mis_grid_cell_finalize (GObject *object)
{
  MisGridCell *self = MIS_GRID_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self->name);
  g_free (self->fault);
  G_OBJECT_CLASS (mis_grid_cell_parent_class)->finalize (object);
}

static void
mis_grid_cell_class_init (MisGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mis_grid_cell_finalize;
  widget_class->snapshot = mis_grid_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
}

static void
mis_grid_cell_init (MisGridCell *self)
{
  self->row = self->column = G_MININT;
  self->level = NAN;
}

MisGridSide
mis_grid_side_of (const MisCellContent *content)
{
  g_return_val_if_fail (content != NULL, MIS_GRID_SIDE_START);

  if (!isnan (content->level) ||
      (content->flags & MIS_CELL_FIXED && content->flags & MIS_CELL_NUMBER))
    return MIS_GRID_SIDE_MIDDLE;
  return content->flags & MIS_CELL_NUMBER ? MIS_GRID_SIDE_END : MIS_GRID_SIDE_START;
}

MisGridCell *
mis_grid_cell_new (GtkAccessibleRole role)
{
  return g_object_new (MIS_TYPE_GRID_CELL, "accessible-role", role, "focusable",
                       role == GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
}

void
mis_grid_cell_set_place (MisGridCell *self, int row, int column)
{
  g_return_if_fail (MIS_IS_GRID_CELL (self));

  self->row = row;
  self->column = column;
}

int
mis_grid_cell_get_row (MisGridCell *self)
{
  g_return_val_if_fail (MIS_IS_GRID_CELL (self), G_MININT);

  return self->row;
}

int
mis_grid_cell_get_column (MisGridCell *self)
{
  g_return_val_if_fail (MIS_IS_GRID_CELL (self), G_MININT);

  return self->column;
}

static void
set_styles (MisGridCell *self, MisCellFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if ((flags & styles[i].flag) != (self->flags & styles[i].flag))
      {
        if (flags & styles[i].flag)
          gtk_widget_add_css_class (GTK_WIDGET (self), styles[i].css_class);
        else
          gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i].css_class);
      }
}

static char *
describe_marks (MisCellFlags flags)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (flags & marks[i].flag)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", _ (marks[i].words));
  return g_string_free (words, FALSE);
}

static void
tell_name (MisGridCell *self)
{
  g_autofree char *words = describe_marks (self->flags);
  /* Translators: where a cell of a table is, and what stands in it: "Customer, Weight: 0.8". */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), self->name, get_shown_text (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->fault != NULL ? self->fault : words, -1);
}

static gboolean
has_level (MisGridCell *self, double level)
{
  return isnan (level) ? isnan (self->level) : self->level == level;
}

void
mis_grid_cell_show (MisGridCell *self, const MisCellContent *content, const char *name)
{
  gboolean same;

  g_return_if_fail (MIS_IS_GRID_CELL (self));
  g_return_if_fail (content != NULL);

  same = g_strcmp0 (self->text, content->text) == 0 && self->flags == content->flags &&
         has_level (self, content->level);
  if (same && g_strcmp0 (self->name, name) == 0)
    return;
  if (!same)
    {
      set_styles (self, content->flags);
      self->flags = content->flags;
      self->level = content->level;
      self->side = mis_grid_side_of (content);
      g_free (self->text);
      self->text = g_strdup (content->text);
      if (self->layout != NULL)
        pango_layout_set_text (self->layout, get_shown_text (self), -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  g_free (self->name);
  self->name = g_strdup (name);
  tell_name (self);
}

const char *
mis_grid_cell_get_text (MisGridCell *self)
{
  g_return_val_if_fail (MIS_IS_GRID_CELL (self), NULL);

  return self->text;
}

MisCellFlags
mis_grid_cell_get_flags (MisGridCell *self)
{
  g_return_val_if_fail (MIS_IS_GRID_CELL (self), MIS_CELL_PLAIN);

  return self->flags;
}

static void
set_css_class (MisGridCell *self, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

void
mis_grid_cell_set_fault (MisGridCell *self, const char *reason)
{
  g_return_if_fail (MIS_IS_GRID_CELL (self));

  if (g_strcmp0 (self->fault, reason) == 0)
    return;
  g_free (self->fault);
  self->fault = g_strdup (reason);
  set_css_class (self, "fault", reason != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  tell_name (self);
}

void
mis_grid_cell_set_cursor (MisGridCell *self, gboolean cursor)
{
  g_return_if_fail (MIS_IS_GRID_CELL (self));

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "cursor") != cursor)
    set_css_class (self, "cursor", cursor);
}

void
mis_grid_cell_show_heading (MisGridCell *self, const char *text, MisGridSide side)
{
  g_return_if_fail (MIS_IS_GRID_CELL (self));

  if (g_strcmp0 (self->text, text) == 0 && self->side == side)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->side = side;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, get_shown_text (self), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_shown_text (self), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
mis_grid_cell_explain (MisGridCell *self)
{
  g_autofree char *words = NULL;
  gboolean is_cut;

  g_return_val_if_fail (MIS_IS_GRID_CELL (self), NULL);

  if (self->fault != NULL)
    return g_strdup (self->fault);
  words = describe_marks (self->flags & (MIS_CELL_CHANGED | MIS_CELL_UNCERTAIN | MIS_CELL_NOTED));
  is_cut = mis_grid_cell_measure_text (self) > gtk_widget_get_width (GTK_WIDGET (self));
  if (!is_cut)
    return *words != '\0' ? g_steal_pointer (&words) : NULL;
  return g_strdup_printf ("%s%s%s", self->text, *words != '\0' ? "\n" : "", words);
}

int
mis_grid_cell_measure_text (MisGridCell *self)
{
  int width;

  g_return_val_if_fail (MIS_IS_GRID_CELL (self), 0);

  pango_layout_set_width (get_layout (self), -1);
  pango_layout_get_pixel_size (get_layout (self), &width, NULL);
  return width + 2 * MIS_GRID_CELL_PADDING;
}
