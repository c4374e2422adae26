"""Cards and reviews."""

import sqlalchemy as sa
from alembic import op

import database

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To the new state."""
    op.create_table('review_cards',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('target', sa.String(length=200), nullable=False),
    sa.Column('state', sa.Integer(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=True),
    sa.Column('stability', sa.Double(), nullable=True),
    sa.Column('difficulty', sa.Double(), nullable=True),
    sa.Column('due', database.Moment(timezone=True), nullable=False),
    sa.Column('seen_at', database.Moment(timezone=True), nullable=True),
    sa.Column('rests_on', database.Plain, nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.Column('put_away_at', database.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_review_cards_learner_id_learners')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_cards')),
    sa.UniqueConstraint('learner_id', 'kind', 'target', name=op.f('uq_review_cards_learner_id_kind_target'))
    )
    with op.batch_alter_table('review_cards', schema=None) as batch_op:
        batch_op.create_index('ix_review_cards_learner_due', ['learner_id', 'due'], unique=False)

    op.create_table('review_goals',
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('exam_day', sa.Date(), nullable=False),
    sa.Column('set_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_review_goals_learner_id_learners')),
    sa.PrimaryKeyConstraint('learner_id', name=op.f('pk_review_goals'))
    )
    op.create_table('reviews',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('card_id', sa.String(length=22), nullable=False),
    sa.Column('token', sa.String(length=40), nullable=False),
    sa.Column('rating', sa.Integer(), nullable=False),
    sa.Column('reviewed_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['review_cards.id'], name=op.f('fk_reviews_card_id_review_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews')),
    sa.UniqueConstraint('card_id', 'token', name=op.f('uq_reviews_card_id_token'))
    )


def downgrade() -> None:
    """Back to the state before."""
    op.drop_table('reviews')
    op.drop_table('review_goals')
    with op.batch_alter_table('review_cards', schema=None) as batch_op:
        batch_op.drop_index('ix_review_cards_learner_due')

    op.drop_table('review_cards')
