/* Scenarios and their changes. */
#include "file/writer-private.h"

static void
emit_position_change (MisJsonEmitter *emitter, const MisChange *change)
{
  if (change->has_goal)
    {
      mis_json_emitter_key (emitter, "goal");
      mis_writer_emit_goal (emitter, change->goal_ids[0]);
    }
  if (change->has_weight)
    mis_json_emitter_member_number (emitter, "weight", change->value);
}

static void
emit_conflict_change (MisJsonEmitter *emitter, const MisChange *change)
{
  mis_json_emitter_key (emitter, "goals");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
  mis_writer_emit_goal (emitter, change->goal_ids[0]);
  mis_writer_emit_goal (emitter, change->goal_ids[1]);
  mis_json_emitter_end (emitter);
  mis_json_emitter_member_number (emitter, "value", change->value);
  mis_writer_emit_range (emitter, change->value, change->low, change->high);
}

static void
emit_added_agent (MisJsonEmitter *emitter, const MisChange *change)
{
  mis_json_emitter_key (emitter, "add_agent");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_writer_emit_agent (emitter, change->agent);
  if (change->n_positions > 0)
    {
      mis_json_emitter_key (emitter, "positions");
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      for (guint i = 0; i < change->n_positions; i++)
        {
          const MisNamedPosition *position = &change->positions[i];

          mis_json_emitter_key (emitter, position->area_id);
          mis_writer_emit_position (emitter, position->goal_id, position->weight, position->low,
                                    position->high, position->note);
        }
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_targets (MisJsonEmitter *emitter, const MisChange *change)
{
  gboolean removes = change->kind == MIS_CHANGE_REMOVE_AGENT
                     || change->kind == MIS_CHANGE_REMOVE_AREA;

  if (change->agent_id != NULL)
    mis_json_emitter_member (emitter, removes ? "remove_agent" : "agent", change->agent_id);
  if (change->area_id != NULL)
    mis_json_emitter_member (emitter, removes ? "remove_area" : "area", change->area_id);
}

static void
emit_change (MisJsonEmitter *emitter, const MisChange *change)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  emit_targets (emitter, change);
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      mis_json_emitter_member_whole (emitter, "count", change->count);
      break;
    case MIS_CHANGE_POSITION:
      emit_position_change (emitter, change);
      break;
    case MIS_CHANGE_UNKNOWN:
      mis_json_emitter_key (emitter, "unknown");
      mis_json_emitter_truth (emitter, TRUE);
      break;
    case MIS_CHANGE_CONFLICT:
      emit_conflict_change (emitter, change);
      break;
    case MIS_CHANGE_DEFAULT:
      mis_json_emitter_member_number (emitter, "default", change->value);
      break;
    case MIS_CHANGE_ADD_AGENT:
      emit_added_agent (emitter, change);
      break;
    case MIS_CHANGE_SCORING:
      mis_json_emitter_key (emitter, "scoring");
      mis_writer_emit_scoring (emitter, &change->scoring, change->scoring_mask);
      break;
    case MIS_CHANGE_REMOVE_AGENT:
    case MIS_CHANGE_REMOVE_AREA:
    default:
      break;
    }
  mis_json_emitter_end (emitter);
}

void
mis_writer_emit_scenario (MisJsonEmitter *emitter, const MisScenario *scenario)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (emitter, "id", scenario->id);
  mis_writer_emit_name (emitter, scenario->id, scenario->name);
  mis_json_emitter_member_unless_empty (emitter, "description", scenario->description);
  if (scenario->n_changes > 0)
    {
      mis_json_emitter_key (emitter, "changes");
      mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
      for (guint i = 0; i < scenario->n_changes; i++)
        emit_change (emitter, &scenario->changes[i]);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}
