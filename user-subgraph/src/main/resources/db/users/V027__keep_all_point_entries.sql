create trigger point_entry_stays_with_all_others before truncate on point_entry
    for each statement execute function point_entry_stays();
