/** What can be wrong with a question to the ledger as a transparency log, and of one that is served for reading alone. */
import { messages } from './message';

export const TRANSPARENCY = messages({
  'deployment.reads-only': [
    503,
    'Hệ thống không chạy: dữ liệu của nó chỉ mở để đọc',
    'The system does not run: its data is open for reading only',
    'Khởi động hệ thống (npm start) rồi làm lại.',
    'Start the system (npm start) and do it again.',
  ],
  'checkpoint.none': [
    404,
    'Chưa có điểm chốt nào được ký',
    'No checkpoint has been signed yet',
    'Đợi một giây sau khi có mục đầu tiên; nếu vẫn chưa có, báo người vận hành xem dịch vụ checkpointer.',
    'Wait a second after the first entry; if there is still none, ask the operator to look at the checkpointer.',
  ],
  'tile.unknown': [
    404,
    '“{tile}” không phải tên một ô của cây',
    '"{tile}" is not the name of a tile',
    'Viết theo c2sp.org/tlog-tiles: /tile/0/x001/234, /tile/entries/000.p/12.',
    'Write it as c2sp.org/tlog-tiles does: /tile/0/x001/234, /tile/entries/000.p/12.',
  ],
  'tile.not-there': [
    404,
    'Ô {tile} mới có {width} phần tử dưới điểm chốt {size}',
    'Tile {tile} has only {width} elements under checkpoint {size}',
    'Hỏi ô với đúng số phần tử đó, hoặc đợi điểm chốt sau.',
    'Ask for the tile with that many, or wait for a later checkpoint.',
  ],
});
